package dev.linnet.pipeline.filter;

import java.io.Serializable;
import java.util.Set;

/**
 * What a candidate must be beside matching the vocabulary.
 *
 * @param languages ISO 639-1 codes that may pass, by the platform's mark; empty lets all pass. {@code und} always does: the
 *     text is looked at later
 */
public record FilterRules(Set<String> languages) implements Serializable {
    public FilterRules {
        languages = Set.copyOf(languages);
    }

    /** Whether a post of this language may pass. */
    public boolean allows(String language) {
        return languages.isEmpty() || language.equals("und") || languages.contains(language);
    }
}
