package dev.linnet.cli.spikes;

import java.util.List;
import java.util.Locale;

/** A scored series as CSV: {@code timestamp,value,anomaly_score}, the first two as they were written. */
public final class ScoreLines {
    private ScoreLines() {}

    /** The whole file's text. */
    public static String of(ScoredSeries scored) {
        List<Series.Row> rows = scored.series().rows();
        StringBuilder text = new StringBuilder("timestamp,value,anomaly_score\n");
        for (int i = 0; i < rows.size(); i++) {
            text.append(rows.get(i).timestamp())
                    .append(',')
                    .append(rows.get(i).written())
                    .append(',')
                    .append(score(scored.scores()[i]))
                    .append('\n');
        }
        return text.toString();
    }

    private static String score(double score) {
        return score == 0 ? "0" : String.format(Locale.ROOT, "%.6f", score);
    }
}
