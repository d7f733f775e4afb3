package dev.linnet.sinks.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.testkit.DashboardQueries;
import dev.linnet.testkit.DashboardQueries.Panel;
import dev.linnet.testkit.DocumentedQueries;
import dev.linnet.testkit.InfluxServer;
import dev.linnet.testkit.Repository;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what the page on points and the dashboards ask against a real InfluxDB. */
class PointsPageITCase {
    private static final String DATABASE = "linnet";
    private static final InfluxServer SERVER = InfluxServer.shared();

    @BeforeAll
    static void fill() {
        SERVER.createDatabase(DATABASE);
        PointSettings settings = PointSettings.influxDb(SERVER.url(), DATABASE).withRetention("linnet", Duration.ZERO);
        try (PointStore store =
                PointStore.of(settings, new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(10), true))) {
            assertThat(store.prepare()).isEqualTo(Answer.OK);
            assertThat(store.write(
                            SamplePoints.untilNow().stream().map(Points::entry).toList()))
                    .isEqualTo(Answer.OK);
        }
    }

    static List<String> documented() {
        List<String> queries = DocumentedQueries.in(Repository.file("docs/points.md"), "influxql");
        assertThat(queries).hasSizeGreaterThan(10);
        return queries;
    }

    @ParameterizedTest
    @MethodSource("documented")
    void aQueryOfThePageReturnsData(String query) {
        assertThat(SERVER.query(DATABASE, query)).isNotEmpty();
    }

    static List<Panel> panels() {
        return DashboardQueries.all(Repository.file("docker"));
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelOfTheDashboardsReturnsData(Panel panel) {
        assertThat(SERVER.query(DATABASE, panel.query())).isNotEmpty();
    }

    @Test
    void thePageNamesEveryColumnOfTheSchemaAndNoOther() throws Exception {
        String page = Files.readString(Repository.file("docs/points.md"));
        for (PointSchema schema : PointSchema.ALL) {
            assertThat(named(section(page, schema.measurement()), "tag"))
                    .containsExactlyInAnyOrderElementsOf(schema.tags());
            assertThat(named(section(page, schema.measurement()), "field"))
                    .containsExactlyInAnyOrderElementsOf(schema.fields());
        }
    }

    @Test
    void theSamplesHoldEveryColumnOfTheSchema() {
        for (PointSchema schema : PointSchema.ALL) {
            Set<String> columns = new TreeSet<>();
            SamplePoints.untilNow().stream()
                    .filter(point -> point.measurement().equals(schema.measurement()))
                    .forEach(point -> Stream.of(
                                    point.tags(), point.numbers(), point.counts(), point.texts(), point.flags())
                            .forEach(map -> columns.addAll(map.keySet())));
            assertThat(columns)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(schema.tags().stream(), schema.fields().stream())
                            .toList());
        }
    }

    private static String section(String page, String measurement) {
        int start = page.indexOf("\n### " + measurement + "\n");
        assertThat(start).as("section on " + measurement).isPositive();
        int end = page.indexOf("\n##", start + 1);
        return page.substring(start, end);
    }

    private static List<String> named(String section, String what) {
        return Pattern.compile("^\\| " + what + " \\| `(\\w+)`", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
