package dev.linnet.keywords.mining.phrase;

import java.util.Collection;

/** A text taken apart into what its keyphrases are ranked by. */
public final class Reading {
    private final String language;
    private final Collection<Candidate> candidates;
    private final WordGraph words;
    private final TextProfile profile;

    Reading(String language, Collection<Candidate> candidates, WordGraph words, TextProfile profile) {
        this.language = language;
        this.candidates = candidates;
        this.words = words;
        this.profile = profile;
    }

    /** Whether its words have parts of speech. */
    boolean isTagged() {
        return language.equals("en");
    }

    Collection<Candidate> candidates() {
        return candidates;
    }

    WordGraph words() {
        return words;
    }

    TextProfile profile() {
        return profile;
    }
}
