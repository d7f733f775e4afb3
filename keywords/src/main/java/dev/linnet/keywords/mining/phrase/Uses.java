package dev.linnet.keywords.mining.phrase;

import java.util.List;

/**
 * The phrases of a text that may be an author's topics.
 *
 * @param sentences the text's sentences as written, white space collapsed; the title is the first if there is one
 * @param all every occurrence
 */
public record Uses(List<String> sentences, List<Use> all) {
    public Uses {
        sentences = List.copyOf(sentences);
        all = List.copyOf(all);
    }
}
