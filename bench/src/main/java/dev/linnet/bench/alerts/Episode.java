package dev.linnet.bench.alerts;

/**
 * A planted episode.
 *
 * @param phrase whether a phrase emerges; otherwise a keyword spikes
 * @param subject the keyword or the phrase
 * @param start its first minute, counted from the stream's first
 * @param minutes how long it lasts
 */
record Episode(boolean phrase, String subject, int start, int minutes) {
    /** Whether an alert tells of it: of its subject, and not before it began or long after it ended. */
    boolean isTold(boolean ofPhrase, String of, int minute) {
        boolean same = phrase == ofPhrase
                && (phrase ? subject.contains(of.replace("#", "")) || of.contains(subject) : subject.equals(of));
        return same && start <= minute && minute < start + minutes + 30;
    }
}
