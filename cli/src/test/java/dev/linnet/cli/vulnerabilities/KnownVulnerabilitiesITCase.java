package dev.linnet.cli.vulnerabilities;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whether anything that Linnet runs with has a known vulnerability: the runtime classpath, the copies inside its jars, and the
 * images in {@code docker/}. The tables beside this test are all that is known; nothing is looked up anywhere.
 */
class KnownVulnerabilitiesITCase {
    private static List<Component> components = List.of();
    private static List<Component> images = List.of();
    private static VulnerabilityTable table = new VulnerabilityTable("", "");

    @BeforeAll
    static void find() throws IOException {
        String classpath = Files.readString(Repository.file("cli/target/classpath.txt"));
        List<Path> jars = Stream.of(classpath.strip().split(java.io.File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        Path repository = Path.of(requireNonNull(System.getProperty("maven.local.repository"), "run it by Maven"));
        images = Images.of(List.of(Repository.file("docker/compose.yaml"), Repository.file("docker/Dockerfile")));
        components = new ArrayList<>(new JarComponents(repository).of(jars));
        components.addAll(images);
        table = new VulnerabilityTable(read("known.tsv"), read("accepted.tsv"));
    }

    @Test
    void nothingIsAffectedThatIsNotAccepted() {
        assertThat(table.problems(components)).isEmpty();
    }

    @Test
    void everyImageIsKnownInItsExactVersion() {
        assertThat(images).hasSizeGreaterThan(4);
        assertThat(table.imageProblems(images)).isEmpty();
    }

    @Test
    void whatIsAcceptedIsStillNeededAndReviewedInTime() {
        assertThat(table.useless(components)).isEmpty();
        table.overdue(LocalDate.now(ZoneOffset.UTC))
                .forEach(entry -> System.err.println("WARNING: " + entry + " (accepted.tsv)"));
    }

    /** A search that finds nothing would show nothing. */
    @Test
    void jarsAndTheirCopiesAreSeen() {
        assertThat(components)
                .extracting(Component::artifact)
                .contains(
                        "com.squareup.okhttp3:okhttp",
                        "org.antlr:antlr4-runtime",
                        "io.netty:netty-codec-http",
                        "org.apache.zookeeper:zookeeper",
                        "docker:grafana/grafana");
        assertThat(components)
                .filteredOn(component -> component.where().contains("!"))
                .extracting(Component::artifact)
                .contains("io.netty:netty-handler");
    }

    private static String read(String name) throws IOException {
        try (InputStream in = KnownVulnerabilitiesITCase.class.getResourceAsStream(name)) {
            return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
