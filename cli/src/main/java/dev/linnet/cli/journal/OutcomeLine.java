package dev.linnet.cli.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of one post that was shared.
 *
 * @param id the suggestion's id, {@code platform:post id}
 * @param figures those of {@code reposts}, {@code likes} and {@code clicks} that are told
 */
public record OutcomeLine(String id, Map<String, Double> figures) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIGURES = List.of("reposts", "likes", "clicks");

    public OutcomeLine {
        figures = Map.copyOf(figures);
        if (!id.matches("[a-z]+:\\S+")) {
            throw new IllegalArgumentException("the id is the suggestion's, such as x:1234, not '" + id + "'");
        }
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("it tells none of " + String.join(", ", FIGURES));
        }
    }

    /** The columns of a CSV file, from its first line. */
    public static List<String> header(String line) {
        List<String> columns = Arrays.stream(line.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!columns.contains("id") || columns.stream().noneMatch(FIGURES::contains)) {
            throw new IllegalArgumentException(
                    "the header must name id and some of " + String.join(", ", FIGURES) + ", but is '" + line + "'");
        }
        return columns;
    }

    /** A row of CSV under its header; an empty cell is a figure that is not known. */
    public static OutcomeLine csv(List<String> columns, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("it has " + cells.length + " cells, but the header " + columns.size());
        }
        Map<String, Double> figures = new HashMap<>();
        for (String name : FIGURES) {
            int column = columns.indexOf(name);
            if (column >= 0 && !cells[column].isBlank()) {
                figures.put(name, figure(name, cells[column].strip()));
            }
        }
        return new OutcomeLine(cells[columns.indexOf("id")].strip(), figures);
    }

    /** A JSON object with {@code id} and figures. */
    public static OutcomeLine json(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            Map<String, Double> figures = new HashMap<>();
            for (String name : FIGURES) {
                if (node.hasNonNull(name)) {
                    figures.put(name, figure(name, node.get(name).asText()));
                }
            }
            return new OutcomeLine(node.path("id").asText(), figures);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no JSON object", e);
        }
    }

    private static double figure(String name, String text) {
        if (!text.matches("\\d{1,15}")) {
            throw new IllegalArgumentException(name + " must be a whole number, 0 or more, but is '" + text + "'");
        }
        return Double.parseDouble(text);
    }
}
