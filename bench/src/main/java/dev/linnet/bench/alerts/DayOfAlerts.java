package dev.linnet.bench.alerts;

import dev.linnet.pipeline.alerts.SpikeWatch;
import dev.linnet.pipeline.listening.Gap;
import dev.linnet.pipeline.listening.Listening;
import dev.linnet.pipeline.listening.StreamSilence;
import dev.linnet.pipeline.phrases.EmergenceDetector;
import dev.linnet.pipeline.phrases.PhrasePost;
import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeScale;
import dev.linnet.pipeline.spikes.SpikeState;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.queue.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The job's detectors over a stream, wired as the job does it, on one thread and without the job. */
final class DayOfAlerts {
    private static final Instant START = Instant.parse("2026-09-14T00:00:00Z");
    private static final long FIRST = START.getEpochSecond() / 60;
    private static final int DISORDER = 30;

    /** An alert, and the minute in which it was told. */
    record Told(boolean phrase, String subject, int opened, int minute) {}

    private final StreamSilence silence = new StreamSilence(Listening.fresh());
    private final EmergenceDetector phrases = new EmergenceDetector();
    private final Map<String, SpikeWatch> watches = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, List<InventedPost>>> waiting = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Set<Gap> gaps = new HashSet<>();
    private int over;
    private int newest;
    private long number;

    /** What was told of a stream. */
    List<Told> run(List<InventedPost> posts) {
        for (InventedPost post : posts) {
            newest = Math.max(newest, post.second());
            silence.hear(FIRST + post.minute());
            closeUntil((newest - DISORDER) / 60);
            emerge(post);
            if (post.minute() >= over) {
                waiting.computeIfAbsent(post.keyword(), any -> new TreeMap<>())
                        .computeIfAbsent(post.minute(), any -> new ArrayList<>())
                        .add(post);
            }
        }
        return told;
    }

    /** How many gaps were noticed. */
    long gaps() {
        return gaps.stream().map(Gap::from).distinct().count();
    }

    private void closeUntil(int minute) {
        for (Gap gap : silence.close(FIRST + minute)) {
            gaps.add(gap);
            watches.values().forEach(watch -> watch.miss(gap));
        }
        for (; over < minute; over++) {
            for (Map.Entry<String, TreeMap<Integer, List<InventedPost>>> keyword : waiting.entrySet()) {
                List<InventedPost> posts = keyword.getValue().remove(over);
                if (posts != null) {
                    SpikeWatch watch = watches.computeIfAbsent(keyword.getKey(), any -> watch());
                    note(watch.take(window(keyword.getKey(), over, posts)));
                }
            }
            for (SpikeWatch watch : watches.values()) {
                if (watch.goesOn()) {
                    note(watch.quietUntil(FIRST + over));
                }
            }
        }
    }

    private static SpikeWatch watch() {
        SpikeScale scale = SpikeScale.of(Duration.ofMinutes(1));
        return new SpikeWatch(new SpikeDetector(scale, Sensitivity.BALANCED, SpikeState.fresh(scale)));
    }

    private void note(List<Alert> alerts) {
        for (Alert alert : alerts) {
            if (alert.closed() == null) {
                int opened = (int) (alert.opened().getEpochSecond() / 60 - FIRST);
                told.add(new Told(false, alert.subject(), opened, over));
            }
        }
    }

    private static KeywordWindow window(String keyword, int minute, List<InventedPost> posts) {
        List<Alert.DrivingPost> top = posts.stream()
                .limit(KeywordWindow.TOP)
                .map(post -> new Alert.DrivingPost(post.author() + post.second(), post.author(), post.text(), ""))
                .toList();
        return new KeywordWindow(
                keyword,
                START.plusSeconds(minute * 60L),
                posts.size(),
                posts.stream().map(InventedPost::author).distinct().count(),
                posts.stream().mapToDouble(InventedPost::relevance).sum(),
                0,
                true,
                top,
                top.stream().map(post -> 0.0).toList(),
                List.of(),
                List.of());
    }

    private void emerge(InventedPost post) {
        PhrasePost seen = new PhrasePost(
                "x:" + number++,
                post.author(),
                START.plusSeconds(post.second()),
                // As the job's fingerprint: equal for equal texts.
                post.text().hashCode() * 0x9E3779B97F4A7C15L,
                post.relevance(),
                true,
                List.of(post.keyword()),
                "en",
                post.text(),
                List.of(),
                0,
                "",
                false);
        phrases.add(seen, DayOfAlerts::keywordsIn).forEach(found -> {
            int minute = (int) (phrases.newest() / 60_000 - FIRST);
            told.add(new Told(true, found.phrase().phrase(), minute, minute));
        });
    }

    private static int keywordsIn(String text) {
        return (int) InventedDay.KEYWORDS.stream().filter(text::contains).count();
    }
}
