package dev.linnet.cli.spikes;

import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeReading;
import dev.linnet.pipeline.spikes.SpikeScale;
import dev.linnet.pipeline.spikes.SpikeState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A series with what the detector says of it.
 *
 * @param series the series
 * @param scores of each row, 0 to 1
 * @param usual of each row, the value that nine of ten rows before did not exceed, as a mean over the level's rows
 * @param episodes the spikes, in order
 */
public record ScoredSeries(Series series, double[] scores, double[] usual, List<FoundEpisode> episodes) {
    /** Rows that tell nothing new, however high, stay below what any sensitivity tells. */
    private static final double NO_NEWS = 0.1;

    /** Reads a series row by row, each one knowing those before it only. */
    public static ScoredSeries of(Series series, Sensitivity sensitivity) {
        int count = series.rows().size();
        Optional<SeriesRows> rows = SeriesRows.of(series);
        if (rows.isEmpty()) {
            return new ScoredSeries(series, new double[count], new double[count], List.of());
        }
        return new Reading(series, rows.get(), sensitivity).read();
    }

    private static final class Reading {
        private final Series series;
        private final SeriesRows rows;
        private final SpikeScale scale;
        private final SpikeDetector detector;
        private final double[] scores;
        private final double[] usual;
        private final List<FoundEpisode> episodes = new ArrayList<>();
        private int first;
        private double peak;
        private String compared = "";

        Reading(Series series, SeriesRows rows, Sensitivity sensitivity) {
            this.series = series;
            this.rows = rows;
            scale = SpikeScale.of(rows.length());
            detector = new SpikeDetector(scale, sensitivity, SpikeState.fresh(scale));
            scores = new double[series.rows().size()];
            usual = new double[series.rows().size()];
        }

        ScoredSeries read() {
            for (int i = 0; i < scores.length; i++) {
                SpikeReading reading =
                        detector.next(rows.numbers()[i], series.rows().get(i).value());
                scores[i] = SpikeReading.score(reading.days()) * (reading.isNews() ? 1 : NO_NEWS);
                usual[i] = i < SpikeDetector.WARM_UP ? Double.NaN : detector.usualHigh() / scale.span();
                if (reading.closed().goesOn()) {
                    end(i - 1, reading.closed(), false);
                }
                follow(i, reading);
            }
            if (detector.episode().goesOn()) {
                end(scores.length - 1, detector.episode(), true);
            }
            return new ScoredSeries(series, scores, usual, episodes);
        }

        private void follow(int i, SpikeReading reading) {
            if (reading.opened()) {
                first = i;
                peak = 0;
            }
            if (detector.episode().goesOn() && reading.level() > peak) {
                peak = reading.level();
                compared = detector.usual().compare(peak, "");
            }
        }

        private void end(int last, SpikeState.Episode episode, boolean isOpen) {
            int calm = isOpen ? episode.calm() : Math.min(scale.calm() - 1, last - first);
            episodes.add(new FoundEpisode(
                    first,
                    Math.max(first, last - calm),
                    isOpen,
                    peak,
                    compared,
                    episode.what(),
                    detector.daysBetween(episode)));
        }
    }
}
