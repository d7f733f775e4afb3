package dev.linnet.cli.run;

import dev.linnet.queue.StageCount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The job's balance in words: what was read, and where each record ended. */
public final class Balance {
    private static final List<String> STAGES = List.of("unparseable", "filtered", "duplicate", "deleted", "delivered");

    private final List<StageCount> counts;

    /** @param counts where records ended, and the stage {@code read} if the job tells it */
    public Balance(List<StageCount> counts) {
        this.counts = counts;
    }

    List<StageCount> counts() {
        return counts;
    }

    /** Records read. */
    public long read() {
        return total("read");
    }

    /** Records whose end is known. */
    public long ended() {
        return STAGES.stream().mapToLong(this::total).sum();
    }

    /** Whether every record read has ended somewhere. */
    public boolean closes() {
        return read() == ended();
    }

    /** The balance in words, a line a stage. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%,14d  read%n", read()));
        for (String stage : STAGES) {
            text.append(String.format(Locale.ROOT, "%,14d  %s%s%n", total(stage), stage, reasons(stage)));
        }
        text.append(
                closes()
                        ? "The balance closes: every record read is accounted for."
                        : String.format(Locale.ROOT, "%,d records are still under way.", read() - ended()));
        return text.toString();
    }

    /** The balance as a line of JSON; {@code seconds} is how long the job took. */
    public String json(double seconds) {
        StringBuilder json = new StringBuilder("{\"event\":\"balance\",\"read\":" + read());
        for (String stage : STAGES) {
            json.append(",\"").append(stage).append("\":").append(total(stage));
        }
        json.append(",\"reasons\":{");
        String comma = "";
        for (StageCount count : counts) {
            if (!count.reason().isEmpty()) {
                json.append(comma)
                        .append('"')
                        .append(count.stage())
                        .append('/')
                        .append(count.reason())
                        .append("\":");
                json.append(count.count());
                comma = ",";
            }
        }
        return json.append(String.format(Locale.ROOT, "},\"closes\":%s,\"seconds\":%.3f}", closes(), seconds))
                .toString();
    }

    private String reasons(String stage) {
        List<String> parts = counts.stream()
                .filter(count -> count.stage().equals(stage) && !count.reason().isEmpty())
                .sorted(Comparator.comparingLong(StageCount::count).reversed())
                .map(count -> String.format(Locale.ROOT, "%s %,d", count.reason(), count.count()))
                .toList();
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private long total(String stage) {
        return Progress.of(counts, stage);
    }
}
