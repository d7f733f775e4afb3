package dev.linnet.pipeline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertSilencesTest {
    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");

    @Test
    void silenceCoversItsSubjectForItsHours() {
        AlertSilences silences = AlertSilences.NONE.with(List.of(silence("rail", NOW, 24, "")));

        assertThat(silences.covers("rail", NOW.plusSeconds(1))).isTrue();
        assertThat(silences.covers("rail", NOW.plus(Duration.ofHours(24)))).isFalse();
        assertThat(silences.covers("rail", NOW.minusSeconds(1))).isFalse();
        assertThat(silences.covers("train", NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void silenceOnAnOldAlertCoversWhatCameSince() {
        Instant opened = NOW.minus(Duration.ofDays(400));
        String why = Alert.cause("spike:rail:" + opened.getEpochSecond());
        AlertSilences silences = AlertSilences.NONE.with(List.of(silence("rail", NOW, 1, why)));

        assertThat(silences.covers("rail", opened)).isFalse();
        assertThat(silences.covers("rail", opened.plusSeconds(60))).isTrue();
        assertThat(silences.covers("rail", NOW.plus(Duration.ofHours(2)))).isFalse();
    }

    @Test
    void laterActTakesOver() {
        AlertSilences shorter =
                AlertSilences.NONE.with(List.of(silence("rail", NOW, 168, ""), silence("rail", hour(2), 1, "")));
        assertThat(shorter.covers("rail", hour(1))).isTrue();
        assertThat(shorter.covers("rail", hour(2).plusSeconds(1))).isTrue();
        assertThat(shorter.covers("rail", hour(4))).isFalse();

        AlertSilences ended = shorter.with(List.of(silence("rail", hour(2).plusSeconds(60), 0, "")));
        assertThat(ended.covers("rail", hour(2).plusSeconds(90))).isFalse();
        assertThat(ended.covers("rail", hour(1))).isTrue();
    }

    @Test
    void hidingOneAlertSilencesNoSubject() {
        List<JournalEntry> entries = List.of(new JournalEntry(1, NOW, "ana", Act.SILENCE, "rail", "", Map.of()));

        assertThat(AlertSilences.NONE.with(entries)).isSameAs(AlertSilences.NONE);
    }

    private static Instant hour(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    static JournalEntry silence(String subject, Instant at, double hours, String why) {
        return new JournalEntry(1, at, "ana", Act.SILENCE, subject, why, Map.of(JournalEntry.HOURS, hours));
    }
}
