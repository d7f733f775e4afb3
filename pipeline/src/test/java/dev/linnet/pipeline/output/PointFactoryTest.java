package dev.linnet.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.sinks.points.Point;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PointFactoryTest {
    @Test
    void actOnAnAlertIsAPointWhateverItIs() {
        assertThat(act(Act.NOT_USEFUL, "spike:a:1", "")).hasValueSatisfying(point -> {
            assertThat(point.tags()).isEqualTo(Map.of("act", "not_useful"));
            assertThat(point.counts()).isEqualTo(Map.of("count", 1L));
            assertThat(point.texts()).isEqualTo(Map.of("subject", "spike:a:1"));
        });
        assertThat(act(Act.SILENCE, "a", "")).isPresent();
        assertThat(act(Act.MUTE, "a", Alert.cause("spike:a:1"))).isPresent();
    }

    @Test
    void actOnNoAlertIsNoPoint() {
        assertThat(act(Act.MUTE, "a", "")).isEmpty();
        assertThat(act(Act.APPROVE, "x:1", "")).isEmpty();
    }

    private static Optional<Point> act(Act act, String subject, String why) {
        return PointFactory.alertAct(new JournalEntry(1, Instant.EPOCH, "ana", act, subject, why, Map.of()));
    }
}
