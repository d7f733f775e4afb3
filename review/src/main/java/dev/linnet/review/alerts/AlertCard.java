package dev.linnet.review.alerts;

import dev.linnet.queue.Alert;
import dev.linnet.review.draw.Sparkline;
import dev.linnet.review.text.Figures;
import dev.linnet.review.text.Links;
import dev.linnet.review.text.Moment;
import dev.linnet.review.text.PlainText;
import java.time.Clock;
import java.util.List;

/**
 * An alert as a page shows it.
 *
 * @param id the alert's id
 * @param kind the detector in plain words
 * @param severity {@code info}, {@code warning} or {@code critical}
 * @param subject the keyword or phrase
 * @param isTracked whether the subject is a keyword already
 * @param isMuted whether the subject is muted
 * @param title one line
 * @param text what is normal, what is seen
 * @param opened when it began
 * @param isOpen whether it lasts
 * @param closed when it ended, or empty
 * @param value what was measured
 * @param expected what would have been usual
 * @param trend the last windows
 * @param posts the posts that drove it
 * @param words the words that came with it
 * @param authors how many authors, in words
 * @param sentiment the posts' mean sentiment in words
 * @param said what was said of it: {@code useful}, {@code noise} or empty
 */
public record AlertCard(
        String id,
        String kind,
        String severity,
        String subject,
        boolean isTracked,
        boolean isMuted,
        String title,
        String text,
        Moment opened,
        boolean isOpen,
        String closed,
        String value,
        String expected,
        Sparkline trend,
        List<Post> posts,
        List<String> words,
        String authors,
        String sentiment,
        String said) {
    /**
     * A post that drove the alert.
     *
     * @param author the handle
     * @param text the post, on one line
     * @param url where it is, or empty when that is no web page
     */
    public record Post(String author, String text, String url) {}

    static AlertCard of(Alert alert, boolean isTracked, boolean isMuted, String said, Clock clock) {
        return new AlertCard(
                alert.id(),
                kind(alert.kind()),
                alert.severity(),
                PlainText.line(alert.subject(), 80),
                isTracked,
                isMuted,
                PlainText.line(alert.title(), 200),
                PlainText.clean(alert.text()).strip(),
                Moment.of(alert.opened(), clock),
                alert.closed() == null,
                alert.closed() == null ? "" : Moment.of(alert.closed(), clock).ago(),
                Figures.plain(alert.value()),
                Figures.plain(alert.expected()),
                Sparkline.of(alert.series(), alert.expected()),
                alert.posts().stream().map(AlertCard::post).toList(),
                alert.words().stream().map(word -> PlainText.line(word, 40)).toList(),
                Figures.of(alert.authors(), "author"),
                mood(alert.sentiment()),
                said);
    }

    private static Post post(Alert.DrivingPost post) {
        return new Post(PlainText.line(post.author(), 40), PlainText.line(post.text(), 240), Links.safe(post.url()));
    }

    private static String kind(Alert.Kind kind) {
        return switch (kind) {
            case PRIORITY -> "Priority keyword";
            case SPIKE -> "Spike";
            case MOOD -> "Turn of mood";
            case EMERGING -> "Emerging";
        };
    }

    private static String mood(double sentiment) {
        String word = sentiment > 0.15 ? "positive" : sentiment < -0.15 ? "negative" : "mixed";
        return word + " (" + Figures.signed(sentiment) + ")";
    }
}
