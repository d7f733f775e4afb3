package dev.linnet.keywords.mining.phrase;

/**
 * What kind of text it is, in figures that need no reader: an abstract has long words and long noun phrases, a story has
 * names and people.
 *
 * @param tokens how many words and punctuation marks it has
 * @param names the share of its words that are capitalised within a sentence
 * @param people the share of its words that speak of persons: he, she, said
 * @param verbs the share of its words that are verbs
 * @param properNouns the share of its words that are proper nouns
 * @param wordLength the mean length in characters of its words that carry meaning
 * @param phraseLength the mean length in words of its noun phrases
 */
public record TextProfile(
        int tokens,
        double names,
        double people,
        double verbs,
        double properNouns,
        double wordLength,
        double phraseLength) {}
