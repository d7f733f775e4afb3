package dev.linnet.cli.run;

import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.StageCount;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of a run's input could not be read. A torn record among others is usual on a stream and only counted; a file that
 * breaks off, or one without a single record, is something its owner has to know of.
 */
public final class InputFaults {
    private static final Set<String> OF_FILES =
            Set.of("file-cut-short", "file-damaged", "file-unreadable", "line-too-long");
    private static final int SHOWN = 5;

    private final Balance balance;
    private final List<KeptRecord> deadLetters;
    private final List<Path> files;

    /**
     * @param deadLetters records that could not be parsed, of this run or an earlier one
     * @param files what this run read
     */
    public InputFaults(Balance balance, List<KeptRecord> deadLetters, List<Path> files) {
        this.balance = balance;
        this.deadLetters = deadLetters;
        this.files = files;
    }

    /** What is wrong and what to do, or empty when the input was as input is. */
    public Optional<String> message() {
        long ofFiles = balance.counts().stream()
                .filter(count -> OF_FILES.contains(count.reason()))
                .mapToLong(StageCount::count)
                .sum();
        if (ofFiles > 0) {
            return Optional.of("a part of the input could not be read; what could was delivered"
                    + list(letter -> OF_FILES.contains(letter.reason()), letter -> firstLine(letter.excerpt())));
        }
        long unparseable = Progress.of(balance.counts(), "unparseable");
        if (unparseable > 0 && unparseable == balance.read()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "no record could be read: %,d of %,d are nothing that Linnet knows. It reads JSON lines in the shape of X's"
                            + " API v1.1 or v2, or of Bluesky's Jetstream%s",
                    unparseable,
                    balance.read(),
                    list(letter -> true, letter -> letter.id() + ": " + letter.reason())));
        }
        return Optional.empty();
    }

    private String list(Predicate<KeptRecord> which, Function<KeptRecord, String> words) {
        List<String> lines = deadLetters.stream()
                .filter(letter -> files.stream().anyMatch(file -> letter.id().startsWith(file + ":")))
                .filter(which)
                .map(words)
                .distinct()
                .limit(SHOWN)
                .toList();
        return lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
