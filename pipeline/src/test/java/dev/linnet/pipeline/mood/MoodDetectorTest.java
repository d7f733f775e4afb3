package dev.linnet.pipeline.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.windows.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodDetectorTest {
    private static final int DAY = 24 * 60;
    private static final double SPREAD = 0.4;

    private final Random random = new Random(20_261_121);
    private final MoodDetector detector = new MoodDetector(Sensitivity.BALANCED, 1, MoodState.fresh());
    private final List<Turn> turns = new ArrayList<>();
    private int minute;
    private int posts;

    @ParameterizedTest
    @ValueSource(ints = {3, 30, 300, 3_000})
    void steadyMoodIsNoTurnHoweverManyPosts(int perDay) {
        run(60, perDay, day -> 0.2);

        assertThat(turns).isEmpty();
    }

    @Test
    void moodThatDriftsForMonthsIsNoTurn() {
        run(90, 100, day -> 0.4 - 0.6 * day / 90);

        assertThat(turns).isEmpty();
    }

    @Test
    void burstsOfPostsInTheUsualMoodAreNoTurn() {
        for (int burst = 0; burst < 30; burst++) {
            run(2, 20, day -> 0.2);
            run(0.02, 20_000, day -> 0.2);
        }

        assertThat(turns).isEmpty();
    }

    @Test
    void moodThatSwingsFromDayToDayIsNoTurnMoreOftenThanIsAskedFor() {
        for (int day = 0; day < 90; day++) {
            double mood = 0.1 + 0.25 * random.nextGaussian();
            run(1, 50, ignored -> mood);
        }

        assertThat(turns).hasSizeLessThanOrEqualTo((int) (90 / MoodDetector.daysAsked(Sensitivity.BALANCED)));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000})
    void moodThatTurnsIsToldOnceWithinSomePostsEitherWay(int perDay) {
        for (double mood : new double[] {-0.5, 0.8}) {
            run(30, perDay, day -> 0.2);
            int before = posts;
            turns.clear();
            int told = runUntilTold(perDay, mood) - before;
            run(12.0 / perDay, perDay, day -> mood);

            assertThat(told).isBetween(3, 26);
            assertThat(turns).singleElement().satisfies(turn -> {
                assertThat(turn.direction()).isEqualTo(mood > 0.2 ? 1 : -1);
                assertThat(turn.usual()).isBetween(0.05, 0.35);
                assertThat(turn.days()).isGreaterThan(24);
                assertThat(turn.authors()).isGreaterThan(5);
            });
            run(3, perDay, day -> 0.2);
            assertThat(detector.turn()).isEqualTo(Turn.NONE);
        }
    }

    @Test
    void oneAuthorIsNoTurnHoweverOftenTheySpeak() {
        run(30, 100, day -> 0.2);
        for (int i = 0; i < 50; i++) {
            hear(7, -0.9);
        }

        assertThat(turns).isEmpty();
    }

    @Test
    void fewPostsOfThePastProveNothing() {
        for (int i = 0; i < 40; i++) {
            speak(0.2);
        }
        for (int i = 0; i < 24; i++) {
            speak(-0.8);
        }

        assertThat(turns).isEmpty();
    }

    @Test
    void moodThatStaysIsOverAfterADayAndNotToldAgain() {
        run(30, 100, day -> 0.3);
        runUntilTold(100, -0.5);
        run(60, 100, day -> -0.5);

        assertThat(turns).hasSize(1);
        assertThat(detector.turn().goesOn()).isFalse();
    }

    @Test
    void turnIsOverWhenNobodySpeaks() {
        run(30, 100, day -> 0.3);
        runUntilTold(100, -0.5);
        long by = detector.overBy();

        detector.passTo(by - 1);
        assertThat(detector.turn().goesOn()).isTrue();
        detector.passTo(by);
        assertThat(detector.turn().goesOn()).isFalse();
    }

    @Test
    void postsWithoutAnyMoodHaveNoTurn() {
        for (int i = 0; i < 2_000; i++) {
            minute += 10;
            hear(++posts, 0);
        }

        assertThat(turns).isEmpty();
    }

    @Test
    void goesOnFromItsStateAsIfNothingHadBeen() {
        run(30, 100, day -> 0.3);
        MoodState state = detector.state();
        MoodState copy = new MoodState(
                state.first(),
                state.minute(),
                state.counts().clone(),
                state.weight(),
                state.sum(),
                state.squares(),
                state.blocks(),
                state.swings(),
                state.pending(),
                state.pendingSum(),
                state.means(),
                state.recent(),
                state.turn());
        MoodDetector other = new MoodDetector(Sensitivity.BALANCED, 1, copy);
        for (int i = 1; i < 60; i++) {
            List<Voice> voices = List.of(new Voice(i, i, -0.6));
            detector.next(minute + i, voices);
            other.next(minute + i, voices);
            assertThat(other.turn()).isEqualTo(detector.turn());
        }
        assertThat(other.turn().direction()).isEqualTo(-1);
    }

    @Test
    void minutesComeInOrder() {
        detector.next(5, List.of());

        assertThatThrownBy(() -> detector.next(5, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minute 5 comes after minute 5");
    }

    /** Posts come singly, by new authors, as Poisson's process has it. */
    private void run(double days, double perDay, DoubleUnaryOperator mood) {
        int from = minute;
        int until = minute + (int) (days * DAY);
        while (true) {
            double pause = -Math.log(1 - random.nextDouble()) * DAY / perDay;
            int next = minute + (int) Math.max(1, Math.round(pause));
            if (next >= until) {
                minute = until;
                return;
            }
            minute = next;
            hear(++posts, sentiment(mood.applyAsDouble((minute - from) / (double) DAY)));
        }
    }

    private int runUntilTold(int perDay, double mood) {
        for (int i = 0; i < 200 && !detector.turn().goesOn(); i++) {
            minute += DAY / perDay;
            hear(++posts, sentiment(mood));
        }
        return posts;
    }

    private void speak(double mood) {
        minute++;
        hear(++posts, sentiment(mood));
    }

    private double sentiment(double mood) {
        return Math.max(-1, Math.min(1, mood + SPREAD * random.nextGaussian()));
    }

    private void hear(long author, double sentiment) {
        if (detector.minute() != MoodState.NONE && minute <= detector.minute()) {
            minute = (int) detector.minute() + 1;
        }
        detector.next(minute, List.of(new Voice(posts, author, sentiment)));
        Turn now = detector.turn();
        if (now.goesOn() && (turns.isEmpty() || turns.get(turns.size() - 1).minute() != now.minute())) {
            turns.add(now);
        }
    }
}
