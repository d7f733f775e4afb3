package dev.linnet.keywords;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Everything that makes a post a candidate: the keywords, and the authors who are trusted; and what is muted.
 *
 * <p>Immutable. A change makes a new vocabulary with a higher version, which is swapped in whole.
 *
 * @param version the number of journal acts that are in it; 0 is the vocabulary as configured
 * @param keywords the keywords, distinct by text
 * @param trustedAuthors handles as the platform writes them, lower case, without {@code @}
 * @param mutedTopics words and phrases, as in {@link Keyword#text()}, that drop a post
 */
public record Vocabulary(long version, List<Keyword> keywords, Set<String> trustedAuthors, Set<String> mutedTopics)
        implements Serializable {
    public Vocabulary {
        keywords = List.copyOf(keywords);
        trustedAuthors = Set.copyOf(trustedAuthors);
        mutedTopics = Set.copyOf(mutedTopics);
    }

    /** A vocabulary of keywords alone, version 0. */
    public static Vocabulary of(List<Keyword> keywords) {
        return new Vocabulary(0, keywords, Set.of(), Set.of());
    }
}
