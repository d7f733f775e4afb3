package dev.linnet.keywords.mining.phrase;

import java.util.List;

/**
 * A text taken apart.
 *
 * @param sentences its sentences as written, white space collapsed; the title is the first if there is one
 * @param uses every occurrence of a possible keyphrase
 * @param words every word that carries meaning, in order
 * @param tokens how many words and punctuation marks it has
 * @param names the share of its words that are capitalised within a sentence
 * @param people the share of its words that speak of persons: he, she, said
 */
public record Reading(
        List<String> sentences, List<Use> uses, List<Word> words, int tokens, double names, double people) {
    public Reading {
        sentences = List.copyOf(sentences);
        uses = List.copyOf(uses);
        words = List.copyOf(words);
    }
}
