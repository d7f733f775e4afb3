package dev.linnet.review.status;

import dev.linnet.queue.StageCount;
import dev.linnet.review.status.StatusView.Part;
import dev.linnet.review.status.StatusView.ReasonCount;
import dev.linnet.review.text.Figures;
import dev.linnet.review.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The job's balance: read = unparseable + filtered + duplicate + deleted + delivered. */
final class Balance {
    private static final List<String> STAGES = List.of("delivered", "duplicate", "deleted", "filtered", "unparseable");

    private final List<StageCount> counts;
    private final long read;
    private final long ended;

    Balance(List<StageCount> counts) {
        this.counts = counts;
        this.read = sum("read");
        this.ended = STAGES.stream().mapToLong(this::sum).sum();
    }

    long read() {
        return read;
    }

    boolean isClosed() {
        return read == ended;
    }

    /** How the balance stands, in words. */
    String words() {
        if (read == 0 && ended == 0) {
            return "Nothing was read yet.";
        }
        if (isClosed()) {
            return "The balance closes: every record that was read is accounted for.";
        }
        return read > ended
                ? Figures.of(read - ended, "record") + " on the way: read, and not yet at an end."
                : Figures.of(ended - read, "record")
                        + " more ended than were read so far; the counts come in a moment apart.";
    }

    /** The stages, as pieces of one bar. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        double whole = Math.max(1, Math.max(read, ended));
        double start = 0;
        for (String stage : STAGES) {
            long count = sum(stage);
            double width = 100 * count / whole;
            parts.add(new Part(
                    stage,
                    title(stage),
                    Figures.count(count),
                    Figures.share(count, read),
                    percent(start),
                    percent(width),
                    reasons(stage)));
            start += width;
        }
        return parts;
    }

    private List<ReasonCount> reasons(String stage) {
        return counts.stream()
                .filter(count -> count.stage().equals(stage) && !count.reason().isEmpty())
                .sorted(Comparator.comparingLong(StageCount::count).reversed())
                .map(count -> new ReasonCount(
                        count.reason(),
                        plain(count.reason()),
                        Figures.count(count.count()),
                        Figures.share(count.count(), read)))
                .toList();
    }

    /** A reason as people say it. */
    static String plain(String reason) {
        return PlainText.line(reason, 80).replace('-', ' ');
    }

    private long sum(String stage) {
        return counts.stream()
                .filter(count -> count.stage().equals(stage))
                .mapToLong(StageCount::count)
                .sum();
    }

    private static String title(String stage) {
        return switch (stage) {
            case "delivered" -> "Delivered";
            case "duplicate" -> "Seen before";
            case "deleted" -> "Deleted by their author";
            case "filtered" -> "Left out";
            default -> "Not readable";
        };
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
