package dev.linnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Keyword files as the benchmarks' peers read them: one a line, a tab and a weight may follow. */
final class Keywords {
    private Keywords() {}

    /** The keywords' texts, lower case. */
    static List<String> texts(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2)[0].trim().toLowerCase(Locale.ROOT))
                .toList();
    }
}
