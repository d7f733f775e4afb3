package dev.linnet.pipeline.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeDetectorTest {
    private static final SpikeScale MINUTES = SpikeScale.of(Duration.ofMinutes(1));
    private static final int DAY = 24 * 60;

    private final SpikeDetector detector = fresh(MINUTES, Sensitivity.BALANCED);

    @Test
    void burstOpensOneEpisodeThatClosesByItself() {
        List<SpikeReading> readings =
                run(detector, 200, minute -> minute >= 80 && minute < 86 ? 12 : minute % 3 == 0 ? 1 : 0);

        assertThat(opened(readings))
                .singleElement()
                .satisfies(row -> assertThat(row).isBetween(80L, 83L));
        assertThat(closed(readings))
                .singleElement()
                .satisfies(row -> assertThat(row).isBetween(88L, 105L));
        assertThat(detector.episode().goesOn()).isFalse();
    }

    @Test
    void nothingIsToldBeforeEnoughHistory() {
        List<SpikeReading> readings = run(detector, SpikeDetector.WARM_UP, minute -> minute == 10 ? 5_000 : 1);

        assertThat(opened(readings)).isEmpty();
        assertThat(readings).allSatisfy(reading -> assertThat(reading.days()).isZero());
    }

    @Test
    void heavyTailedNoiseIsToldAsRarelyAsAskedFor() {
        Random random = new Random(7);
        // Counts whose rate itself wanders by a factor of ten: far from normal, as on social streams.
        List<SpikeReading> readings = run(
                detector,
                60 * DAY,
                minute -> Math.floor(-Math.log(1 - random.nextDouble()) * Math.exp(random.nextGaussian())));

        assertThat(opened(readings)).hasSizeLessThan(60 / 6 * 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0 / DAY, 0.01, 0.2, 5, 3_000})
    void steadyStreamOfAnyVolumeIsCalmAndItsBurstIsTold(double perMinute) {
        Random random = new Random(11);
        int burst = 14 * DAY;
        double high = Math.max(4, 8 * perMinute);
        List<SpikeReading> readings = run(
                detector,
                15 * DAY,
                minute -> minute >= burst && minute < burst + 6 ? high : poisson(random, perMinute));

        assertThat(opened(readings))
                .hasSizeBetween(1, 3)
                .anySatisfy(row -> assertThat(row).isBetween((long) burst, burst + 3L));
    }

    @Test
    void scaleOfTheSeriesMakesNoDifference() {
        List<SpikeReading> hundreds =
                run(detector, 900, minute -> minute >= 700 && minute < 705 ? 1_600 : minute % 4 * 100);
        List<SpikeReading> hundredThousands = run(
                fresh(MINUTES, Sensitivity.BALANCED),
                900,
                minute -> minute >= 700 && minute < 705 ? 1_600_000 : minute % 4 * 100_000.0);

        assertThat(opened(hundreds)).hasSize(1).isEqualTo(opened(hundredThousands));
    }

    @Test
    void laterRowsChangeNothingOfEarlierOnes() {
        List<SpikeReading> calm = run(detector, 2_000, minute -> minute % 7);
        List<SpikeReading> wild =
                run(fresh(MINUTES, Sensitivity.BALANCED), 2_000, minute -> minute < 1_000 ? minute % 7 : minute * 50.0);

        assertThat(wild.subList(0, 1_000)).isEqualTo(calm.subList(0, 1_000));
    }

    @Test
    void burstThatComesEveryDayIsNoNewsAfterSomeDays() {
        List<SpikeReading> readings =
                run(detector, 21 * DAY, minute -> minute % DAY >= 600 && minute % DAY < 610 ? 50 : minute % 3);

        assertThat(opened(readings).stream().filter(row -> row > 5 * DAY)).isEmpty();
    }

    @Test
    void longBurstDoesNotBecomeTheNormWhileItLasts() {
        run(detector, 3 * DAY, minute -> minute % 3);
        double usual = detector.usualHigh();
        for (long row = detector.row() + 1; row < 3 * DAY + 300; row++) {
            detector.next(row, 40);
        }

        assertThat(detector.usualHigh()).isCloseTo(usual, within(0.2 * usual));
        assertThat(detector.episode().goesOn()).isTrue();
    }

    @Test
    void spikeByNightIsToldThoughItStaysBelowTheDaysUsual() {
        Random random = new Random(5);
        int night = 2 * DAY;
        List<SpikeReading> readings = run(
                detector,
                night + 40,
                minute -> (minute >= night && minute < night + 20 ? 7 : 1) * poisson(random, byDay(minute)));

        assertThat(opened(readings))
                .singleElement()
                .satisfies(row -> assertThat(row).isBetween((long) night, night + 6L));
        double peak = readings.stream()
                .filter(reading -> reading.row() >= night)
                .mapToDouble(SpikeReading::level)
                .max()
                .orElse(0);
        assertThat(peak)
                .isLessThan(
                        readings.stream().mapToDouble(SpikeReading::level).max().orElse(0));
        assertThat(detector.episode().goesOn()).isFalse();
    }

    @Test
    void spikeOfWhichTheRiseIsRareIsToldAgainstWhatWasJustBefore() {
        run(detector, 2 * DAY, minute -> 10 * Math.round(byDay(minute)));
        run(detector, 2 * DAY + 5, minute -> 120);

        assertThat(detector.episode().isRise()).isTrue();
        assertThat(detector.episode().before()).isBetween(40.0, 110.0);
        assertThat(detector.episode().what()).isEqualTo("a rise as steep");
        assertThat(detector.usual().compare(600, "UTC")).endsWith("× the half-hour before");
    }

    @Test
    void morningIsNoSpike() {
        Random random = new Random(6);
        List<SpikeReading> readings = run(detector, 14 * DAY, minute -> poisson(random, byDay(minute)));

        assertThat(opened(readings)).isEmpty();
    }

    @Test
    void rowsThatNobodySawAreNeitherQuietNorHigh() {
        run(detector, 2 * DAY, minute -> 20 + minute % 5);
        double usual = detector.usualHigh();
        SpikeReading after = detector.next(3 * DAY, 22);

        assertThat(after.level()).isEqualTo(22);
        assertThat(after.days()).isZero();
        assertThat(detector.usualHigh()).isCloseTo(usual, within(1e-6));
    }

    @Test
    void episodeThatNobodySawTheEndOfIsClosedByTheNextRow() {
        run(detector, 800, minute -> minute >= 790 ? 50 : minute % 3);
        assertThat(detector.episode().goesOn()).isTrue();

        SpikeReading after = detector.next(800 + 600, 1);

        assertThat(after.closed().goesOn()).isTrue();
        assertThat(detector.episode().goesOn()).isFalse();
    }

    @Test
    void eagerTellsWhatStrictKeepsToItself() {
        List<Integer> told = new ArrayList<>();
        for (Sensitivity sensitivity : Sensitivity.values()) {
            Random random = new Random(3);
            told.add(opened(run(
                            fresh(MINUTES, sensitivity),
                            60 * DAY,
                            minute -> Math.floor(Math.exp(random.nextGaussian() * 1.2))))
                    .size());
        }

        assertThat(told).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void resumedFromItsStateItReadsOnTheSame() {
        run(detector, 3_000, minute -> minute % 11);
        SpikeDetector resumed = new SpikeDetector(MINUTES, Sensitivity.BALANCED, copy(detector.state()));

        for (long row = 3_000; row < 4_000; row++) {
            assertThat(resumed.next(row, row % 13)).isEqualTo(detector.next(row, row % 13));
        }
    }

    @Test
    void usualIsToldAsFinelyAsThePastAllows() {
        run(detector, DAY, minute -> 2);
        assertThat(detector.usual().compare(20, "UTC")).isEqualTo("2.0 × the usual");
        run(detector, 5 * DAY, minute -> 2);
        assertThat(detector.usual().compare(20, "UTC")).isEqualTo("2.0 × a usual 11 pm UTC");
        run(detector, 15 * DAY, minute -> 2);
        assertThat(detector.usual().compare(20, "")).isEqualTo("2.0 × a usual Thursday 11 pm");
    }

    @Test
    void stateTakesLessThanFourKibibytesWhateverTheTraffic() throws Exception {
        run(detector, 60 * DAY, minute -> minute % 700 * 1_000.0);
        DataOutputSerializer out = new DataOutputSerializer(8_192);
        TypeInformation.of(SpikeState.class)
                .createSerializer(new SerializerConfigImpl())
                .serialize(detector.state(), out);

        assertThat(out.length()).isLessThanOrEqualTo(4_096);
    }

    @Test
    void rowsOutOfOrderAndValuesThatAreNoneAreRefused() {
        detector.next(5, 1);

        assertThatThrownBy(() -> detector.next(5, 1)).hasMessageContaining("row 5 comes after row 5");
        assertThatThrownBy(() -> detector.next(6, Double.NaN)).hasMessageContaining("not NaN");
        assertThatThrownBy(() -> detector.next(6, -1)).hasMessageContaining("not -1");
    }

    /** Two posts a minute at midnight, and twenty at noon. */
    private static double byDay(int minute) {
        return 11 - 9 * Math.cos(2 * Math.PI * minute / DAY);
    }

    private interface Values {
        double at(int row);
    }

    private static SpikeDetector fresh(SpikeScale scale, Sensitivity sensitivity) {
        return new SpikeDetector(scale, sensitivity, SpikeState.fresh(scale));
    }

    /** Goes on from the detector's last row to a row. */
    private static List<SpikeReading> run(SpikeDetector detector, int until, Values values) {
        List<SpikeReading> readings = new ArrayList<>();
        int from = detector.row() == SpikeState.NONE ? 0 : (int) detector.row() + 1;
        for (int row = from; row < until; row++) {
            readings.add(detector.next(row, values.at(row)));
        }
        return readings;
    }

    private static List<Long> opened(List<SpikeReading> readings) {
        return readings.stream()
                .filter(SpikeReading::opened)
                .map(SpikeReading::row)
                .toList();
    }

    private static List<Long> closed(List<SpikeReading> readings) {
        return readings.stream()
                .filter(reading -> reading.closed().goesOn())
                .map(SpikeReading::row)
                .toList();
    }

    private static SpikeState copy(SpikeState state) {
        return TypeInformation.of(SpikeState.class)
                .createSerializer(new SerializerConfigImpl())
                .copy(state);
    }

    private static double poisson(Random random, double mean) {
        if (mean > 500) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double product = random.nextDouble();
        int count = 0;
        for (double least = Math.exp(-mean); product > least; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
