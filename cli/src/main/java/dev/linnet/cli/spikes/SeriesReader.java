package dev.linnet.cli.spikes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file of {@code timestamp,value}, and says of a faulty line which one it is and what would be right. */
public final class SeriesReader {
    private static final String HEADER = "timestamp,value";

    private final Path file;
    private final List<Series.Row> rows = new ArrayList<>();

    private SeriesReader(Path file) {
        this.file = file;
    }

    /** Reads a file whole. */
    public static Series read(Path file) throws UnreadableSeriesException {
        return new SeriesReader(file).read();
    }

    private Series read() throws UnreadableSeriesException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            header(in.readLine());
            int number = 2;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    add(line, number);
                }
                number++;
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableSeriesException(file + " is not UTF-8 text; a series is CSV with the header " + HEADER);
        } catch (IOException e) {
            throw new UnreadableSeriesException(file + " cannot be read: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new UnreadableSeriesException(file + " holds no rows, only its header");
        }
        return new Series(String.valueOf(file.getFileName()), rows);
    }

    private void header(@Nullable String line) throws UnreadableSeriesException {
        if (line == null) {
            throw new UnreadableSeriesException(file + " is empty; a series begins with the header " + HEADER);
        }
        List<String> cells = cells(line.startsWith("\uFEFF") ? line.substring(1) : line);
        if (!String.join(",", cells).toLowerCase(Locale.ROOT).equals(HEADER)) {
            throw fault(1, "the header is “" + shortened(line) + "”; it has to be " + HEADER);
        }
    }

    private void add(String line, int number) throws UnreadableSeriesException {
        List<String> cells = cells(line);
        if (cells.size() != 2) {
            throw fault(number, "“" + shortened(line) + "” has " + cells.size() + " cells; it has to be " + HEADER);
        }
        long millis = Timestamps.millis(cells.get(0))
                .orElseThrow(() -> fault(
                        number,
                        "“" + shortened(cells.get(0)) + "” is no timestamp; write it like 2026-11-01 09:05:00"));
        if (!rows.isEmpty()) {
            Series.Row before = rows.get(rows.size() - 1);
            if (millis <= before.millis()) {
                throw fault(
                        number,
                        cells.get(0)
                                + (millis == before.millis() ? " stands twice; add its rows up" : " comes after ")
                                + (millis == before.millis() ? "" : before.timestamp() + "; sort the rows by time"));
            }
        }
        rows.add(new Series.Row(cells.get(0), cells.get(1), millis, value(cells.get(1), number)));
    }

    private double value(String text, int number) throws UnreadableSeriesException {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw fault(number, "the value is “" + shortened(text) + "”; it has to be a number, 0 or more");
        }
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw fault(
                    number,
                    "the value is " + text + "; it has to be a number, 0 or more. Leave out a row that is missing");
        }
        return value;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",", -1)) {
            String plain = cell.strip();
            boolean quoted = plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"");
            cells.add(quoted ? plain.substring(1, plain.length() - 1) : plain);
        }
        return cells;
    }

    private UnreadableSeriesException fault(int line, String message) {
        return new UnreadableSeriesException(file + ", line " + line + ": " + message);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
