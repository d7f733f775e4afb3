package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.mood.MoodDetector;
import dev.linnet.pipeline.mood.Turn;
import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.spikes.SpanWords;
import dev.linnet.queue.Alert;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts a turn of mood into an alert, in plain words. */
final class MoodAlert {
    private static final int WORDS = 6;
    private static final int SHOWN = 5;
    private static final double HALF = MoodDetector.daysAsked(Sensitivity.BALANCED);
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private MoodAlert() {}

    static Alert open(String keyword, MoodDetector detector, List<MoodPost> kept) {
        Turn turn = detector.turn();
        Instant opened = Instant.ofEpochSecond(turn.minute() * 60);
        List<MoodPost> drivers = drivers(kept, turn);
        List<Alert.DrivingPost> posts = drivers.stream().map(MoodPost::post).toList();
        return new Alert(
                "mood:" + keyword + ":" + opened.getEpochSecond(),
                Alert.Kind.MOOD,
                turn.direction() < 0 ? "warning" : "info",
                keyword,
                String.format(
                        Locale.ROOT,
                        "The mood on “%s” turns: usually %s, now %s",
                        keyword,
                        words(turn.usual()),
                        words(turn.now())),
                text(turn, posts),
                opened,
                null,
                turn.now(),
                turn.usual(),
                turn.days() / (turn.days() + HALF),
                detector.series(),
                posts,
                cameWithIt(drivers),
                turn.authors(),
                turn.now());
    }

    /** The posts that went farthest the same way, one of an author. */
    private static List<MoodPost> drivers(List<MoodPost> kept, Turn turn) {
        List<MoodPost> sorted = new ArrayList<>(kept);
        sorted.removeIf(one -> one.minute() < turn.since() || (one.sentiment() - turn.usual()) * turn.direction() <= 0);
        sorted.sort(Comparator.comparingDouble((MoodPost one) -> -one.sentiment() * turn.direction())
                .thenComparing(one -> one.post().id()));
        Set<String> authors = new HashSet<>();
        return sorted.stream()
                .filter(one -> authors.add(one.post().author()))
                .limit(SHOWN)
                .toList();
    }

    private static List<String> cameWithIt(List<MoodPost> drivers) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        drivers.forEach(one -> one.words().forEach(word -> counts.merge(word, 1, Integer::sum)));
        return SpikeEpisode.mostFrequent(counts, WORDS);
    }

    private static String text(Turn turn, List<Alert.DrivingPost> posts) {
        String sources = Sources.of(posts.stream().map(Alert.DrivingPost::id).toList());
        return String.format(
                Locale.ROOT,
                "Usually %s, now %s by the last %d authors, since %s UTC%s%s. By this keyword's own past, a swing as far comes once in %s."
                        + " Look at the posts, answer where it helps, or silence it.",
                words(turn.usual()),
                words(turn.now()),
                turn.authors(),
                SINCE.format(Instant.ofEpochSecond(turn.since() * 60)),
                sources.isEmpty() ? "" : ", " + sources,
                posts.isEmpty() ? "" : ", led by @" + posts.get(0).author(),
                SpanWords.days(turn.days()));
    }

    /** {@code mildly positive (+0.3)}. */
    private static String words(double sentiment) {
        double size = Math.abs(sentiment);
        String way = sentiment < 0 ? "negative" : "positive";
        String word = size < 0.1 ? "neither good nor bad" : size < 0.4 ? "mildly " + way : way;
        return word
                + String.format(Locale.ROOT, " (%+.1f)", sentiment == 0 ? 0.0 : sentiment)
                        .replace('-', '−');
    }
}
