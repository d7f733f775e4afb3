package dev.linnet.cli.run;

import dev.linnet.queue.StageCount;
import java.util.List;
import java.util.Locale;

/**
 * How far a job has come.
 *
 * @param read records read
 * @param kept records that were relevant and went on to the stores
 * @param suggested suggestions that are open
 * @param alerts alerts raised
 * @param rate records read a second, of late
 */
public record Progress(long read, long kept, long suggested, long alerts, double rate) {

    /** Records read: the balance's left side is the sum of its right side. */
    static long read(List<StageCount> counts) {
        return counts.stream().mapToLong(StageCount::count).sum();
    }

    static long of(List<StageCount> counts, String stage) {
        return counts.stream()
                .filter(count -> count.stage().equals(stage))
                .mapToLong(StageCount::count)
                .sum();
    }

    /** The figures in a line of words. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "read %,d · kept %,d · suggested %,d · alerts %,d · %,.0f posts/s",
                read,
                kept,
                suggested,
                alerts,
                rate);
    }

    /** The figures as a line of JSON. */
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"event\":\"progress\",\"read\":%d,\"kept\":%d,\"suggested\":%d,\"alerts\":%d,\"rate\":%.1f}",
                read,
                kept,
                suggested,
                alerts,
                rate);
    }
}
