package dev.linnet.pipeline.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linnet.pipeline.alerts.Watched;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    private static final Path FOLDER = Path.of("/home/ana");

    private final ConfigReader reader =
            new ConfigReader(Map.of("SECRET", "s3cret tin kettle", "EMPTY", "", "WEAK", "iloveyou")::get);

    @Test
    void shippedSampleIsValid() throws Exception {
        LinnetConfig config = reader.parse("linnet.yaml", sample(), FOLDER);

        assertThat(config.sources()).hasSize(1);
        assertThat(config.sources().get(0).files()).containsExactly(Path.of("/home/ana/stream"));
        assertThat(config.queue().url()).isEqualTo("jdbc:sqlite:/home/ana/linnet-data/queue.db");
    }

    @Test
    void suggestionsExpireAfterAWeekOrAsToldAndNotWithinTheHour() throws Exception {
        String head = "sources: [{files: [stream/]}]\n";

        assertThat(reader.parse("linnet.yaml", head, FOLDER).queue().expireAfter())
                .isEqualTo(Duration.ofDays(7));
        assertThat(reader.parse("linnet.yaml", head + "queue: {expire-after: 0s}", FOLDER)
                        .queue()
                        .expireAfter())
                .isEqualTo(Duration.ZERO);
        assertThatThrownBy(() -> reader.parse("linnet.yaml", head + "queue: {expire-after: 5m}", FOLDER))
                .hasMessageContaining("expire-after")
                .hasMessageContaining("at least 3600s, or 0s for never");
    }

    @Test
    void everyCommentedKeyOfTheSampleIsKnown() throws Exception {
        // A commented setting looks like "# key:" or "#   key: value"; prose starts with a capital or has no colon.
        String all = Pattern.compile("(?m)^(\\s*)# ( *)([a-z-]+:( [^A-Z].*)?)$")
                .matcher(sample())
                .replaceAll(match -> requireNonNull(match.group(1))
                        + match.group(2)
                        + match.group(3).replace("$", "\\$").replace("LINNET_[A-Z]+", "SECRET"));
        all = all.replaceAll("LINNET_[A-Z]+_PASSWORD", "SECRET");

        LinnetConfig config = reader.parse("linnet.yaml", all, FOLDER);

        assertThat(config.points().password()).isEqualTo("s3cret tin kettle");
        assertThat(config.points().retentionPolicy()).isEqualTo("linnet");
        assertThat(config.job().checkpointEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.relevance().perDay()).isEqualTo(20);
    }

    @Test
    void receiversOfAlertsAreReadAndWhatIsWrongIsToldWithoutTheirAddresses() throws ConfigException {
        String head = "sources: [{files: [stream/]}]\nalerts:\n  notify:\n";
        LinnetConfig config = reader.parse(
                "linnet.yaml",
                head + "    - {kind: slack, url: 'https://hooks.example.org/T/s3cret'}\n"
                        + "    - {kind: alertmanager, url: 'http://localhost:9093', token: abc}\n",
                FOLDER);
        assertThat(config.alerts().receivers())
                .extracting(LinnetConfig.Notify::name, LinnetConfig.Notify::token)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("slack", null),
                        org.assertj.core.groups.Tuple.tuple("alertmanager", "abc"));
        assertThat(config.toString()).doesNotContain("s3cret").doesNotContain("abc");

        String wrong = head + "    - {kind: slak, url: 'hooks.example.org/T/s3cret'}\n    - {url: 'http://a'}\n";
        ConfigException e =
                catchThrowableOfType(ConfigException.class, () -> reader.parse("linnet.yaml", wrong, FOLDER));
        assertThat(e.problems())
                .extracting(ConfigProblem::key)
                .contains(
                        "alerts.notify[1].kind",
                        "alerts.notify[1].url",
                        "alerts.notify[2].kind",
                        "alerts.notify[2].name");
        assertThat(e).hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "points: {url: 'http://ana:s3cret@host:8086'}",
                "points: {url: 'http://ana:${SECRET}@host:8086'}",
                "points: {url: 'http://s3cret@host:8086'}",
                "points: {url: 'http://ana:s3/cret#s3cret@host:8086'}",
                "points: {url: 'ana:s3cret@host:8086'}",
                "points: {url: 'http://host:8086/?u=ana&p=s3cret'}",
                "points: {url: 'http://host:8086?token=s3cret'}",
                "points: {url: 'http://host:8086/?%70=s3cret'}",
                "queue: {url: 'jdbc:postgresql://host:5432/linnet?user=ana&password=s3cret'}",
                "queue: {url: 'jdbc:postgresql://ana:s3cret@host/linnet'}",
                "queue: {url: 'postgres://ana:s3cret@host/linnet'}",
                "queue: {url: 'jdbc:mysql://ana:s3cret@host/linnet'}"
            })
    void loginInAnAddressIsRefusedWithTheRightKeysAndWithoutTheSecret(String section) {
        String name = section.substring(0, section.indexOf(':'));

        assertThat(problems("sources: [{files: [stream/]}]\n" + section + "\n"))
                .singleElement()
                .asString()
                .contains(name + ".url", name + ".user", name + ".password")
                .doesNotContain("s3cret")
                .doesNotContain("ana");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "points: {url: 'http://host:8086/?x=s3cret'}",
                "points: {url: 'host:8086/?x=s3cret'}",
                "queue: {url: 'jdbc:mysql://host/linnet?x=s3cret'}",
                "queue: {url: 'redis://host/linnet?x=s3cret'}",
                "vocabulary: {blog: ['https://ana:s3cret@blog.example.org/feed']}",
                "vocabulary: {blog: ['HTTPS://s3cret@blog.example.org/feed']}"
            })
    void wrongAddressIsNotShownWhereItMayHoldASecret(String section) {
        assertThat(problems("sources: [{files: [stream/]}]\n" + section + "\n"))
                .singleElement()
                .asString()
                .contains("not shown here")
                .doesNotContain("s3cret");
    }

    @Test
    void configurationInWordsHoldsNoSecret() throws ConfigException {
        LinnetConfig config = reader.parse(
                "linnet.yaml",
                "sources: [{files: [stream/]}]\n"
                        + "points: {user: ana, password: s3cret}\n"
                        + "queue: {url: 'jdbc:postgresql://host/linnet?sslpassword=s3cret', user: ana, password: s3cret}\n"
                        + "console: {password: five s3cret herons}\n"
                        + "vocabulary: {blog: ['https://blog.example.org/feed?token=s3cret&page=2']}\n"
                        + "alerts: {notify: [{kind: slack, url: 'https://hooks.example.org/s3cret', token: s3cret}]}\n",
                FOLDER);

        assertThat(config.toString()).doesNotContain("s3cret").contains("token=***&page=2");
    }

    @Test
    void quietHoursAreReadAndWrongOnesAreToldWithTheMend() throws ConfigException {
        String head = "sources: [{files: [stream/]}]\nalerts:\n";
        LinnetConfig config = reader.parse(
                "linnet.yaml",
                head + "  cooldown: 30m\n  quiet: {from: \"22:00\", to: 7:00, zone: Europe/Berlin}\n",
                FOLDER);
        assertThat(config.alerts().quiet())
                .isEqualTo(new LinnetConfig.Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Europe/Berlin")));
        assertThat(config.alerts().cooldown()).isEqualTo(Duration.ofMinutes(30));
        assertThat(reader.parse("linnet.yaml", "sources: [{files: [stream/]}]\n", FOLDER)
                        .alerts()
                        .quiet())
                .isNull();

        assertThat(problems(head + "  cooldown: 1s\n  quiet: {from: 25:00, zone: Europe/Berln, till: 3}\n"))
                .anyMatch(words -> words.matches(".*alerts.cooldown.* is a time from 1m to 7d.*"))
                .anyMatch(words -> words.matches(".*alerts.quiet.from.* from 00:00 to 23:59, not '25:00'.*"))
                .anyMatch(words -> words.matches(".*alerts.quiet.to.* is missing; for example 'to: \"07:00\"'.*"))
                .anyMatch(words -> words.matches(".*alerts.quiet.zone.*not 'Europe/Berln'.*Europe/Berlin.*"))
                .anyMatch(words -> words.matches(".*alerts.quiet.till.* not a key.*"));
        assertThat(problems(head + "  quiet: {from: 8:00, to: \"08:00\"}\n"))
                .singleElement()
                .matches(words -> words.contains("they must differ"));
    }

    @Test
    void whatIsWatchedIsReadAndAWrongWordIsToldWithTheRightOnes() throws ConfigException {
        String head = "sources: [{files: [stream/]}]\n";
        assertThat(reader.parse("linnet.yaml", head, FOLDER).alerts().watched())
                .containsExactlyInAnyOrder(Watched.RELEVANCE, Watched.MOOD);
        assertThat(reader.parse("linnet.yaml", head + "alerts: {watch: [counts, Mood]}\n", FOLDER)
                        .alerts()
                        .watched())
                .containsExactlyInAnyOrder(Watched.COUNTS, Watched.MOOD);
        assertThat(reader.parse("linnet.yaml", head + "alerts: {watch: []}\n", FOLDER)
                        .alerts()
                        .watched())
                .isEmpty();

        assertThat(problems(head + "alerts:\n  watch: [relevance, mod]\n"))
                .singleElement()
                .matches(words -> words.contains("alerts.watch")
                        && words.contains("holds any of relevance, counts, mood, not 'mod'")
                        && words.contains("mood'?"));
    }

    private List<String> problems(String text) {
        return catchThrowableOfType(ConfigException.class, () -> reader.parse("linnet.yaml", text, FOLDER))
                .problems()
                .stream()
                .map(ConfigProblem::toString)
                .toList();
    }

    @Test
    void allMistakesAreToldAtOnceWithKeyAndLine() {
        String text = String.join(
                "\n",
                "author:",
                "  handles: [ana]",
                "sources:",
                "  - files: [stream/]",
                "    sped: max",
                "filter:",
                "  profanity: drp",
                "points:",
                "  url: localhost:8086",
                "  password: ${MISSING}",
                "job:",
                "  parallelism: many",
                "  checkpoint-every: 10",
                "consol:",
                "  port: 1");

        ConfigException e =
                catchThrowableOfType(ConfigException.class, () -> reader.parse("linnet.yaml", text, FOLDER));

        assertThat(e.problems())
                .extracting(ConfigProblem::line, ConfigProblem::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(5, "sources[1].sped"),
                        org.assertj.core.groups.Tuple.tuple(7, "filter.profanity"),
                        org.assertj.core.groups.Tuple.tuple(9, "points.url"),
                        org.assertj.core.groups.Tuple.tuple(10, "points.password"),
                        org.assertj.core.groups.Tuple.tuple(12, "job.parallelism"),
                        org.assertj.core.groups.Tuple.tuple(13, "job.checkpoint-every"),
                        org.assertj.core.groups.Tuple.tuple(14, "consol"));
        assertThat(e).hasMessageContaining("7 mistakes").hasMessageContaining("did you mean 'speed'?");
        assertThat(e).hasMessageContaining("one of flag, mask, drop, not 'drp'; did you mean 'drop'?");
        assertThat(e).hasMessageContaining("export MISSING=");
        assertThat(e).hasMessageContaining("did you mean 'console'?");
    }

    @Test
    void brokenYamlNamesItsLine() {
        ConfigException e = catchThrowableOfType(
                ConfigException.class, () -> reader.parse("linnet.yaml", "author:\n  name: 'Ana\n", FOLDER));

        assertThat(e).hasMessageContaining("line 3").hasMessageContaining("is not YAML");
    }

    @Test
    void missingFileNamesInit() {
        ConfigException e =
                catchThrowableOfType(ConfigException.class, () -> reader.read(Path.of("no/such/linnet.yaml")));

        assertThat(e).hasMessageContaining("no/such/linnet.yaml").hasMessageContaining("linnet init");
    }

    @Test
    void consoleForOthersNeedsPassword() {
        ConfigException e = catchThrowableOfType(
                ConfigException.class,
                () -> reader.parse("c", "sources: [{files: [a]}]\nconsole: {host: 0.0.0.0}", FOLDER));

        assertThat(e).hasMessageContaining("line 2: console.password").hasMessageContaining("0.0.0.0");
    }

    @Test
    void weakOrEmptyPasswordIsNamedWithLineAndKeyButNotPrinted() {
        String head = "sources: [{files: [a]}]\nconsole:\n  port: 8090\n  password: ";
        assertThat(problems(head + "linnet123"))
                .containsExactly("line 4: console.password: is too easy to guess: it is common, or made of a pattern;"
                        + " take four unrelated words, or 12 random characters");
        assertThat(problems(head + "${WEAK}"))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("too easy").doesNotContain("iloveyou"));
        assertThat(problems(head + "abc1234")).singleElement().matches(problem -> problem.contains("too short"));
        for (String empty : List.of("\"\"", "'  '", "${EMPTY}", "", "~")) {
            assertThat(problems(head + empty))
                    .as("password: " + empty)
                    .singleElement()
                    .matches(problem -> problem.startsWith("line 4: console.password: is empty"));
        }
        // A variable that is not set is one mistake, not two.
        assertThat(problems(head + "${MISSING}"))
                .singleElement()
                .matches(problem -> problem.contains("export MISSING"));
    }

    @Test
    void reverseProxiesAreReadAndWrongOnesAreNamed() throws ConfigException {
        String head = "sources: [{files: [a]}]\n";
        LinnetConfig.ConsoleSection plain = reader.parse("c", head, FOLDER).console();
        assertThat(plain.allowedHosts()).isEmpty();
        assertThat(plain.trustedProxies()).isEmpty();
        assertThat(reader.parse(
                                "c",
                                head + "console: {password: five wet herons, allowed-hosts: [linnet.example.org]}",
                                FOLDER)
                        .console()
                        .trustedProxies())
                .containsExactly("127.0.0.1", "::1");

        String password = "  password: ${SECRET}\n";
        LinnetConfig.ConsoleSection behind = reader.parse(
                        "c",
                        head + "console:\n" + password
                                + "  allowed-hosts: [Linnet.Example.org, 192.0.2.1]\n"
                                + "  trusted-proxies: [10.0.0.0/8, \"fd00::/8\", 192.0.2.7]\n",
                        FOLDER)
                .console();
        assertThat(behind.allowedHosts()).containsExactly("linnet.example.org", "192.0.2.1");
        assertThat(behind.trustedProxies()).containsExactly("10.0.0.0/8", "fd00::/8", "192.0.2.7");
        assertThat(reader.parse("c", head + "console: {trusted-proxies: []}", FOLDER)
                        .console()
                        .trustedProxies())
                .isEmpty();

        assertThat(problems(head + "console:\n" + password
                        + "  allowed-hosts: ['https://a.example', 'a.example:8090', 'a.example/x', '*.example', '']\n"
                        + "  trusted-proxies: [proxy, 10.0.0.0/33, 10.0.0, '::1/129', ':::']\n"
                        + "  allowed-host: [a]\n"))
                .hasSize(11)
                .anyMatch(problem -> problem.startsWith("line 4: console.allowed-hosts: is a list of names such as"
                        + " linnet.example.org, without scheme, port or path, not 'https://a.example'"))
                .anyMatch(
                        problem -> problem.contains("line 5: console.trusted-proxies") && problem.contains("'10.0.0'"))
                .anyMatch(problem -> problem.contains("did you mean 'allowed-hosts'?"));
        assertThat(problems(head + "console:\n  allowed-hosts: [a.example]\n"))
                .singleElement()
                .matches(problem -> problem.startsWith("line 3: console.allowed-hosts: needs a password"));
    }

    @Test
    void authorsOwnNameIsNoPassword() {
        assertThat(problems("author: {name: Beatrix}\nsources: [{files: [a]}]\nconsole: {password: beatrix-1999}"))
                .singleElement()
                .matches(problem -> problem.contains("console.password") && problem.contains("too easy"));
    }

    @Test
    void emptyFileAsksForSources() {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> reader.parse("c", "", FOLDER));

        assertThat(e).hasMessageContaining("sources: is missing");
    }

    @Test
    void secretsStayOutOfPrintedSettings() throws Exception {
        LinnetConfig config = reader.parse(
                "c",
                "sources: [{files: [a]}]\npoints: {password: '${SECRET}'}\nconsole: {password: '${SECRET}'}",
                FOLDER);

        assertThat(config.toString()).doesNotContain("s3cret");
    }

    private static String sample() throws IOException {
        try (InputStream in = ConfigReader.class.getResourceAsStream("linnet.yaml")) {
            return new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
