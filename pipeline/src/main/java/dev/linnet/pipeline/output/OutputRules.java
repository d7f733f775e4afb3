package dev.linnet.pipeline.output;

import java.io.Serializable;
import java.util.Set;

/**
 * What of a scored post is written where.
 *
 * @param suggestAbove the least relevance, 0 to 1, of a suggestion
 * @param ownHandles the author's own accounts, lower case: what they post is never suggested
 * @param keepText whether points carry the post's text
 */
public record OutputRules(double suggestAbove, Set<String> ownHandles, boolean keepText) implements Serializable {
    public OutputRules {
        ownHandles = Set.copyOf(ownHandles);
    }
}
