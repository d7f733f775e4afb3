package dev.linnet.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something unusual, told once per episode.
 *
 * @param id {@code kind:subject:episode start in seconds}; stable over restarts, and the {@code dedup_key} of whatever it is
 *     sent to
 * @param kind which detector raised it
 * @param severity {@code info}, {@code warning} or {@code critical}
 * @param subject the keyword or phrase
 * @param title one line, in plain words
 * @param text what is normal, what is seen, what the reader can do
 * @param opened the episode's start, in event time
 * @param closed its end, or null while it lasts
 * @param value what was measured
 * @param expected what would have been usual
 * @param score how unusual it is, 0 to 1
 * @param series the last windows' values, oldest first, for the sparkline
 * @param posts the posts that drove it, a few
 * @param words words that came with it, most telling first
 * @param authors how many different authors
 * @param sentiment mean sentiment score of the posts, −1 to 1
 */
public record Alert(
        String id,
        Kind kind,
        String severity,
        String subject,
        String title,
        String text,
        Instant opened,
        @Nullable Instant closed,
        double value,
        double expected,
        double score,
        List<Double> series,
        List<DrivingPost> posts,
        List<String> words,
        int authors,
        double sentiment) {
    /** What the reason of an act begins with that was done because of an alert. */
    private static final String CAUSE = "from alert ";

    /** The reason of an act that is done because of an alert. */
    public static String cause(String id) {
        return CAUSE + id;
    }

    /** Whether something was done because of an alert, by its reason. */
    public static boolean isCause(String why) {
        return why.startsWith(CAUSE);
    }

    /** The id of the alert because of which an act was done, by its reason; empty for another reason. */
    public static Optional<String> causeOf(String why) {
        return isCause(why) ? Optional.of(why.substring(CAUSE.length())) : Optional.empty();
    }

    /** The same with other posts. */
    Alert withPosts(List<DrivingPost> driving) {
        return new Alert(
                id, kind, severity, subject, title, text, opened, closed, value, expected, score, series, driving,
                words, authors, sentiment);
    }

    /** The same in other words, and with another end. */
    public Alert told(String asTitle, String asText, @Nullable Instant end) {
        return new Alert(
                id, kind, severity, subject, asTitle, asText, opened, end, value, expected, score, series, posts, words,
                authors, sentiment);
    }

    /** The same alert once it is over. */
    public Alert closedAt(Instant end) {
        return told(title, text, end);
    }

    /** The detectors. */
    public enum Kind {
        /** A priority keyword is used. */
        PRIORITY,
        /** A keyword's aggregate relevance spikes. */
        SPIKE,
        /** The sentiment of a keyword's posts turns. */
        MOOD,
        /** A phrase that nobody tracks appears in several relevant posts. */
        EMERGING
    }

    /**
     * A post that drove an alert.
     *
     * @param id {@code platform:post id}
     * @param author the author's handle
     * @param text the post's text
     * @param url where it can be read
     */
    public record DrivingPost(String id, String author, String text, String url) {}
}
