package dev.linnet.pipeline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeScale;
import dev.linnet.pipeline.spikes.SpikeState;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.queue.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpikeWatchTest {
    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");
    private static final SpikeScale MINUTES = SpikeScale.of(Duration.ofMinutes(1));

    private final List<Alert> told = new ArrayList<>();

    @Test
    void manyPostsThatHardlyMatterAreASpikeOfCountsOnly() {
        SpikeWatch relevance = watch(Watched.RELEVANCE);
        SpikeWatch counts = watch(Watched.COUNTS);

        assertThat(burst(relevance, 10, 0.03)).isEmpty();
        assertThat(burst(counts, 10, 0.03)).first().satisfies(alert -> {
            assertThat(alert.title()).matches("“rail” spikes: [0-9.]+ × the usual, by the number of posts");
            assertThat(alert.value()).isGreaterThanOrEqualTo(10);
        });
    }

    @Test
    void whatSpikesByBothIsOneAlertThatEndsOnce() {
        List<Alert> alerts = burst(watch(Watched.RELEVANCE, Watched.COUNTS), 10, 0.8);

        assertThat(alerts).hasSize(2);
        assertThat(alerts.get(0).title()).doesNotContain("by the number");
        assertThat(alerts.get(1).id()).isEqualTo(alerts.get(0).id());
        assertThat(alerts.get(1).closed()).isNotNull();
    }

    @Test
    void alertKeepsItsWordsAndLastsUntilNothingIsUnusual() {
        SpikeWatch both = watch(Watched.RELEVANCE, Watched.COUNTS);
        SpikeWatch counts = watch(Watched.COUNTS);
        quiet(both);
        quiet(counts);
        for (int minute = 60; minute < 80; minute++) {
            take(both, minute, 10, minute < 66 ? 0.03 : 0.9);
            counts.take(window(minute, 10, 0.03));
        }
        assertThat(told)
                .singleElement()
                .satisfies(alert -> assertThat(alert.title()).endsWith("by the number of posts"));

        both.quietUntil(START.getEpochSecond() / 60 + 140).forEach(told::add);
        assertThat(told).hasSize(2);
        assertThat(told.get(1).id()).isEqualTo(told.get(0).id());
        assertThat(told.get(1).title()).contains("by the number of posts");
        assertThat(told.get(1).closed())
                .isAfterOrEqualTo(counts.quietUntil(START.getEpochSecond() / 60 + 140)
                        .get(0)
                        .closed());
        assertThat(both.goesOn()).isFalse();
    }

    @Test
    void postsOfCalmMinutesAreNotKept() {
        SpikeWatch watch = watch(Watched.RELEVANCE);
        quiet(watch);
        assertThat(watch.notes().episode()).isNull();

        for (int minute = 60; minute < 65; minute++) {
            take(watch, minute, 40, 0.8);
        }
        assertThat(watch.goesOn()).isTrue();
        assertThat(watch.notes().episode()).isNotNull();

        watch.quietUntil(START.getEpochSecond() / 60 + 120);
        assertThat(watch.notes()).isEqualTo(new SpikeNotes(List.of(), watch.recent(), null, null));
    }

    private List<Alert> burst(SpikeWatch watch, int posts, double relevance) {
        told.clear();
        quiet(watch);
        for (int minute = 60; minute < 65; minute++) {
            take(watch, minute, posts, relevance);
        }
        told.addAll(watch.quietUntil(START.getEpochSecond() / 60 + 120));
        return List.copyOf(told);
    }

    private void quiet(SpikeWatch watch) {
        for (int minute = 0; minute < 60; minute += 3) {
            take(watch, minute, 1, 0.8);
        }
    }

    private void take(SpikeWatch watch, int minute, int posts, double relevance) {
        told.addAll(watch.take(window(minute, posts, relevance)));
    }

    private static KeywordWindow window(int minute, int posts, double relevance) {
        List<Alert.DrivingPost> top = List.of(new Alert.DrivingPost("x:" + minute, "ana", "text", "url"));
        return new KeywordWindow(
                "rail",
                START.plusSeconds(60L * minute),
                posts,
                posts,
                posts * relevance,
                0.2,
                true,
                top,
                List.of(0.2),
                List.of("nest"),
                List.of());
    }

    private static SpikeWatch watch(Watched... measured) {
        List<SpikeMeter> meters = new ArrayList<>();
        for (Watched what : measured) {
            meters.add(
                    new SpikeMeter(what, new SpikeDetector(MINUTES, Sensitivity.BALANCED, SpikeState.fresh(MINUTES))));
        }
        return new SpikeWatch(meters, SpikeNotes.NONE);
    }
}
