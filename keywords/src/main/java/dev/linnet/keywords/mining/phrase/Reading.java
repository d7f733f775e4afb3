package dev.linnet.keywords.mining.phrase;

import java.util.Collection;
import java.util.List;

/** A text taken apart. */
public final class Reading {
    private final String language;
    private final List<String> sentences;
    private final List<Use> uses;
    private final Collection<Candidate> candidates;
    private final WordGraph words;
    private final TextProfile profile;

    Reading(
            String language,
            List<String> sentences,
            List<Use> uses,
            Collection<Candidate> candidates,
            WordGraph words,
            TextProfile profile) {
        this.language = language;
        this.sentences = List.copyOf(sentences);
        this.uses = List.copyOf(uses);
        this.candidates = candidates;
        this.words = words;
        this.profile = profile;
    }

    /** Whether its words have parts of speech. */
    boolean isTagged() {
        return language.equals("en");
    }

    /** Its sentences as written, white space collapsed; the title is the first if there is one. */
    public List<String> sentences() {
        return sentences;
    }

    /** Every occurrence of a phrase that may be an author's topic. */
    public List<Use> uses() {
        return uses;
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
