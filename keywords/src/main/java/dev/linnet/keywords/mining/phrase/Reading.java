package dev.linnet.keywords.mining.phrase;

import java.util.List;

/**
 * A text taken apart.
 *
 * @param sentences its sentences as written, white space collapsed; the title is the first if there is one
 * @param uses every occurrence of a possible keyphrase, in order
 */
public record Reading(List<String> sentences, List<Use> uses) {
    public Reading {
        sentences = List.copyOf(sentences);
        uses = List.copyOf(uses);
    }
}
