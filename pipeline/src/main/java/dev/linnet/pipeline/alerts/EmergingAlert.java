package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.phrases.Emergence;
import dev.linnet.pipeline.phrases.HeldPost;
import dev.linnet.pipeline.phrases.PhraseContext;
import dev.linnet.queue.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a phrase that comes up into an alert, in plain words. */
final class EmergingAlert {
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final int BARS = 16;

    private EmergingAlert() {}

    static Alert open(Emergence found, Instant now) {
        PhraseContext context = PhraseContext.of(found.phrase(), now.minus(found.window()));
        String phrase = found.phrase().phrase();
        return new Alert(
                "emerging:" + phrase + ":" + Math.floorDiv(now.getEpochSecond(), DAY) * DAY,
                Alert.Kind.EMERGING,
                "info",
                phrase,
                "“" + phrase + "” comes up in posts that fit you",
                text(found),
                now,
                null,
                found.authors(),
                found.expected(),
                1 - found.expected() / found.authors(),
                series(found, now),
                context.drivers(),
                context.words(),
                found.authors(),
                context.sentiment());
    }

    private static String text(Emergence found) {
        String usual = found.expected() < 0.5
                ? "It was hardly seen before."
                : String.format(Locale.ROOT, "By its share so far there would be %.1f posts.", found.expected());
        String sources = Sources.of(
                found.phrase().holding().stream().map(held -> held.post().key()).toList());
        return String.format(
                Locale.ROOT,
                "%d authors used it within %s%s, in posts that fit what you write about. %s Of all posts with it that were seen, at"
                        + " least %.0f %% fit you. Track it as a keyword, or mute it.",
                found.authors(),
                span(found.window()),
                sources.isEmpty() ? "" : " " + sources,
                usual,
                100 * Math.max(0, found.phrase().share()));
    }

    private static String span(Duration window) {
        return window.toHours() > 0 ? window.toHours() + " hours" : window.toMinutes() + " minutes";
    }

    /** Its posts in the window and twice as long before. */
    private static List<Double> series(Emergence found, Instant now) {
        double[] bars = new double[BARS];
        double width = 3.0 * found.window().toMillis() / BARS;
        for (HeldPost held : found.phrase().holding()) {
            double ago = now.toEpochMilli() - held.post().at().toEpochMilli();
            int bar = BARS - 1 - (int) Math.floor(ago / width);
            if (bar >= 0 && bar < BARS) {
                bars[bar] += held.copies();
            }
        }
        List<Double> series = new ArrayList<>();
        for (double bar : bars) {
            series.add(bar);
        }
        return series;
    }
}
