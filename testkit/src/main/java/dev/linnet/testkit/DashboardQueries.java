package dev.linnet.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The InfluxQL of every panel, variable and annotation of the dashboards in {@code docker/}, ready to be run. */
public final class DashboardQueries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALL = "/.*/";

    private final String from;
    private final String to;
    private final List<Panel> panels = new ArrayList<>();

    private DashboardQueries(Instant from, Instant to) {
        this.from = "'" + from + "'";
        this.to = "'" + to + "'";
    }

    /**
     * A query of a dashboard.
     *
     * @param dashboard the dashboard's title
     * @param title the panel's, variable's or annotation's title
     * @param query InfluxQL, template variables and macros filled in
     */
    public record Panel(String dashboard, String title, String query) {}

    /** Every query, over the last day and the coming hour. */
    public static List<Panel> all(Path dockerDir) {
        Instant now = Instant.now();
        return all(dockerDir, now.minus(Duration.ofDays(1)), now.plus(Duration.ofHours(1)));
    }

    /** Every query, over a span of time. */
    public static List<Panel> all(Path dockerDir, Instant from, Instant to) {
        DashboardQueries queries = new DashboardQueries(from, to);
        for (Path file : files(dockerDir)) {
            JsonNode dashboard = read(file);
            if (file.toString().endsWith(".dashboard")) {
                queries.chronograf(dashboard);
            } else {
                queries.grafana(dashboard);
            }
        }
        if (queries.panels.isEmpty()) {
            throw new IllegalStateException("No dashboards in " + dockerDir);
        }
        return List.copyOf(queries.panels);
    }

    private static List<Path> files(Path dockerDir) {
        try (Stream<Path> files = Files.walk(dockerDir)) {
            return files.filter(file -> file.toString().endsWith(".dashboard")
                            || (file.toString().endsWith(".json")
                                    && file.toString().contains("dashboards")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + dockerDir, e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is no JSON", e);
        }
    }

    private void grafana(JsonNode dashboard) {
        String name = "Grafana: " + dashboard.path("title").asText();
        dashboard
                .path("templating")
                .path("list")
                .forEach(variable -> add(name, variable.path("name"), variable.path("query")));
        dashboard
                .path("annotations")
                .path("list")
                .forEach(annotation -> add(name, annotation.path("name"), annotation.path("query")));
        for (JsonNode panel : dashboard.path("panels")) {
            panel.path("targets").forEach(target -> add(name, panel.path("title"), target.path("query")));
        }
    }

    private void chronograf(JsonNode dashboard) {
        String name = "Chronograf: " + dashboard.path("name").asText();
        for (JsonNode cell : dashboard.path("cells")) {
            cell.path("queries").forEach(query -> add(name, cell.path("name"), query.path("query")));
        }
    }

    private void add(String dashboard, JsonNode title, JsonNode query) {
        if (query.isTextual()) {
            panels.add(new Panel(dashboard, title.asText(), fill(query.asText())));
        }
    }

    private String fill(String query) {
        return query.replace("$timeFilter", "time >= " + from + " AND time <= " + to)
                .replace("$__interval", "1m")
                .replace("/^$keyword$/", ALL)
                .replace(":dashboardTime:", from)
                .replace(":upperDashboardTime:", to)
                .replace(":interval:", "1m");
    }
}
