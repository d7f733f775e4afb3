package dev.linnet.pipeline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.Alert.Kind;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertVerdictsTest {
    @Test
    void eachNoiseDoublesUpToEightAndEachUsefulHalvesDownToAHalf() {
        assertThat(factorAfter()).isEqualTo(1);
        assertThat(factorAfter(Act.NOT_USEFUL)).isEqualTo(2);
        assertThat(factorAfter(Act.NOT_USEFUL, Act.NOT_USEFUL, Act.NOT_USEFUL, Act.NOT_USEFUL, Act.NOT_USEFUL))
                .isEqualTo(8);
        assertThat(factorAfter(Act.USEFUL, Act.USEFUL, Act.USEFUL)).isEqualTo(0.5);
        assertThat(factorAfter(Act.NOT_USEFUL, Act.NOT_USEFUL, Act.NOT_USEFUL, Act.NOT_USEFUL, Act.USEFUL))
                .isEqualTo(4);
    }

    @Test
    void verdictHoldsOnlyAfterItsAlertAndForItsKindAndKeyword() {
        AlertVerdicts verdicts = AlertVerdicts.NONE.with(List.of(said(Act.NOT_USEFUL, "spike:a:b c:100")));

        assertThat(verdicts.factor(Kind.SPIKE, "a:b c", Instant.ofEpochSecond(101)))
                .isEqualTo(2);
        assertThat(verdicts.factor(Kind.SPIKE, "a:b c", Instant.ofEpochSecond(100)))
                .isEqualTo(1);
        assertThat(verdicts.factor(Kind.PRIORITY, "a:b c", Instant.ofEpochSecond(101)))
                .isEqualTo(1);
        assertThat(verdicts.factor(Kind.SPIKE, "a", Instant.ofEpochSecond(101))).isEqualTo(1);
    }

    @Test
    void lastWordOnAnAlertCounts() {
        AlertVerdicts verdicts = AlertVerdicts.NONE
                .with(List.of(said(Act.NOT_USEFUL, "spike:a:100"), said(Act.NOT_USEFUL, "spike:a:100")))
                .with(List.of(said(Act.USEFUL, "spike:a:100")));

        assertThat(verdicts.factor(Kind.SPIKE, "a", Instant.MAX)).isEqualTo(0.5);
    }

    @Test
    void otherActsAndOddSubjectsAreLeftOut() {
        List<JournalEntry> entries = List.of(said(Act.SILENCE, "spike:a:100"), said(Act.NOT_USEFUL, "spike"));

        assertThat(AlertVerdicts.NONE.with(entries)).isSameAs(AlertVerdicts.NONE);
    }

    @Test
    void anyPartingOfTheJournalGivesTheSame() {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entries.add(said(i * 7 % 3 == 0 ? Act.USEFUL : Act.NOT_USEFUL, "spike:a:" + i * 13 % 40));
        }
        AlertVerdicts whole = AlertVerdicts.NONE.with(entries);
        AlertVerdicts parted = AlertVerdicts.NONE;
        for (JournalEntry entry : entries) {
            parted = parted.with(List.of(entry));
        }
        for (int at = 0; at <= 40; at++) {
            Instant moment = Instant.ofEpochSecond(at);
            assertThat(parted.factor(Kind.SPIKE, "a", moment)).isEqualTo(whole.factor(Kind.SPIKE, "a", moment));
        }
    }

    private static double factorAfter(Act... acts) {
        AlertVerdicts verdicts = AlertVerdicts.NONE;
        for (int i = 0; i < acts.length; i++) {
            verdicts = verdicts.with(List.of(said(acts[i], "spike:a:" + i)));
        }
        return verdicts.factor(Kind.SPIKE, "a", Instant.ofEpochSecond(100));
    }

    private static JournalEntry said(Act act, String alert) {
        return new JournalEntry(1, Instant.EPOCH, "ana", act, alert, "", Map.of());
    }
}
