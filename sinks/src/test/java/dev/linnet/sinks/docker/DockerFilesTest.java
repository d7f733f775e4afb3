package dev.linnet.sinks.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Checks by reading, where no container engine can check by running. */
class DockerFilesTest {
    private static final Path DOCKER = Repository.file("docker");
    private static final Set<String> SERVICE_KEYS = Set.of(
            "image",
            "build",
            "restart",
            "environment",
            "volumes",
            "command",
            "hostname",
            "networks",
            "ports",
            "depends_on",
            "healthcheck");
    private static final Set<String> HEALTHCHECK_KEYS =
            Set.of("test", "interval", "timeout", "retries", "start_period");
    private static final Set<String> CONDITIONS =
            Set.of("service_started", "service_healthy", "service_completed_successfully");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

    @Test
    void everyFileParses() throws Exception {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(8);
        for (Path file : files) {
            String name = file.toString();
            if (name.endsWith(".yaml")) {
                assertThat(yaml(file)).as(name).isNotEmpty();
            } else if (name.endsWith(".json") || name.endsWith(".dashboard")) {
                assertThat(new ObjectMapper().readTree(file.toFile())).as(name).isNotEmpty();
            } else if (name.endsWith(".sh")) {
                assertThat(new ProcessBuilder("sh", "-n", name)
                                .inheritIO()
                                .start()
                                .waitFor())
                        .as(name)
                        .isZero();
                assertThat(Files.isExecutable(file)).as(name).isTrue();
            }
        }
    }

    @Test
    void theComposeFileUsesKnownKeysOnly() throws Exception {
        Map<String, Object> compose = yaml(DOCKER.resolve("compose.yaml"));
        assertThat(compose.keySet()).containsExactlyInAnyOrder("name", "x-linnet", "services", "networks", "volumes");
        services().forEach((name, service) -> {
            assertThat(SERVICE_KEYS).as(name).containsAll(service.keySet());
            assertThat(HEALTHCHECK_KEYS)
                    .as(name)
                    .containsAll(map(service, "healthcheck").keySet());
            assertThat(service).as(name).containsKey("image");
        });
    }

    @Test
    void whatAServiceWaitsForIsThereAndTellsItsHealth() throws Exception {
        String image = Files.readString(DOCKER.resolve("Dockerfile"));
        Map<String, Map<String, Object>> services = services();
        services.forEach((name, service) -> map(service, "depends_on").forEach((other, how) -> {
            assertThat(services).as(name).containsKey(other);
            String condition = String.valueOf(((Map<?, ?>) how).get("condition"));
            assertThat(CONDITIONS).contains(condition);
            if (condition.equals("service_healthy")) {
                boolean own = services.get(other).containsKey("build") && image.contains("HEALTHCHECK");
                assertThat(own || services.get(other).containsKey("healthcheck"))
                        .as(name + " waits for " + other)
                        .isTrue();
            }
        }));
    }

    @Test
    void whatIsMountedIsThere() throws Exception {
        Set<String> volumes =
                map(yaml(DOCKER.resolve("compose.yaml")), "volumes").keySet();
        services().forEach((name, service) -> {
            for (Object mount : (List<?>) service.getOrDefault("volumes", List.of())) {
                String source = String.valueOf(mount).split(":/", -1)[0];
                if (source.startsWith("./")) {
                    assertThat(DOCKER.resolve(source)).as(name).exists();
                } else if (!source.startsWith("$")) {
                    assertThat(volumes).as(name).contains(source);
                }
            }
        });
    }

    @Test
    void whatABrowserReachesDoesNotReachFlink() throws Exception {
        Map<String, Map<String, Object>> services = services();
        Set<String> declared =
                map(yaml(DOCKER.resolve("compose.yaml")), "networks").keySet();
        services.forEach((name, service) ->
                assertThat(networks(service)).as(name).isNotEmpty().isSubsetOf(declared));
        for (String page : List.of("console", "grafana", "chronograf")) {
            for (String inner : List.of("jobmanager", "taskmanager")) {
                assertThat(networks(services.get(page)))
                        .as(page + " and " + inner)
                        .doesNotContainAnyElementsOf(networks(services.get(inner)));
            }
        }
    }

    private static List<String> networks(Map<String, Object> service) {
        return ((List<?>) service.getOrDefault("networks", List.of()))
                .stream().map(String::valueOf).toList();
    }

    @Test
    void onlyLoopbackPortsArePublished() throws Exception {
        services()
                .values()
                .forEach(service -> ((List<?>) service.getOrDefault("ports", List.of()))
                        .forEach(port -> assertThat(String.valueOf(port)).startsWith("127.0.0.1:")));
    }

    @Test
    void everyVariableIsInTheSampleAndNoSecretHasAValue() throws Exception {
        List<String> sample = Files.readAllLines(DOCKER.resolve("linnet.env.sample")).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .toList();
        assertThat(sample.stream().map(line -> line.split("=", -1)[0]))
                .containsExactlyInAnyOrderElementsOf(variables(DOCKER.resolve("compose.yaml")));
        assertThat(sample).filteredOn(line -> line.contains("PASSWORD")).allMatch(line -> line.endsWith("="));
        Map<String, Object> given = map(services().get("jobmanager"), "environment");
        assertThat(given.keySet()).containsAll(variables(DOCKER.resolve("linnet/linnet.yaml")));
    }

    @Test
    void whatTheImageCopiesIsThere() throws Exception {
        List<String> sources = new ArrayList<>();
        for (String line : Files.readAllLines(DOCKER.resolve("Dockerfile"))) {
            if (line.startsWith("COPY") && !line.contains("--from")) {
                List<String> words = Stream.of(line.split(" +", -1))
                        .filter(word -> !word.startsWith("--"))
                        .toList();
                sources.addAll(words.subList(1, words.size() - 1));
            }
        }
        assertThat(sources)
                .hasSizeGreaterThan(3)
                .allSatisfy(source -> assertThat(Repository.file(source)).exists());
        Map<?, ?> build = map(services().get("jobmanager"), "build");
        assertThat(DOCKER.resolve(String.valueOf(build.get("context")))
                        .resolve(String.valueOf(build.get("dockerfile"))))
                .exists();
    }

    @Test
    void theDashboardReadsTheProvisionedDataSource() throws Exception {
        JsonNode dashboard = new ObjectMapper()
                .readTree(DOCKER.resolve("grafana/dashboards/linnet.json").toFile());
        List<?> sources = (List<?>) yaml(DOCKER.resolve("grafana/provisioning/datasources/influxdb.yaml"))
                .get("datasources");
        Object uid = ((Map<?, ?>) sources.get(0)).get("uid");
        assertThat(dashboard.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo(uid));
    }

    private static Set<String> variables(Path file) throws IOException {
        return VARIABLE.matcher(Files.readString(file))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        Map<String, Object> all = map(yaml(DOCKER.resolve("compose.yaml")), "services");
        all.keySet().forEach(name -> services.put(name, map(all, name)));
        return services;
    }

    @SuppressWarnings("unchecked") // YAML's maps have strings for keys here
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> yaml(Path file) throws IOException {
        return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(DOCKER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
