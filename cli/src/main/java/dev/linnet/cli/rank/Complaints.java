package dev.linnet.cli.rank;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells of lines that can't be followed: the first of each sort in full, all of them in a count at the end. */
final class Complaints {
    static final int TOLD = 5;

    private final PrintWriter err;
    private final Map<String, Integer> counts = new TreeMap<>();
    private long line;

    Complaints(PrintWriter err) {
        this.err = err;
    }

    void atNextLine() {
        line++;
    }

    void add(String sort, String words) {
        int count = counts.merge(sort, 1, Integer::sum);
        if (count <= TOLD) {
            err.println("linnet: line " + line + ": " + words + (count == TOLD ? " (further ones are counted)" : ""));
        }
    }

    void sumUp(long scored) {
        String sum = counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
        err.println("linnet: " + scored + " posts scored" + (sum.isEmpty() ? "" : "; passed over: " + sum));
        err.flush();
    }
}
