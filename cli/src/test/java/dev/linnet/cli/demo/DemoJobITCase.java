package dev.linnet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linnet.cli.run.Balance;
import dev.linnet.cli.run.JobProcess;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.config.ConfigReader;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.config.VocabularyLoader;
import dev.linnet.queue.Alert;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.StageCount;
import dev.linnet.queue.Suggestion;
import dev.linnet.testkit.DashboardQueries;
import dev.linnet.testkit.DashboardQueries.Panel;
import dev.linnet.testkit.InfluxRow;
import dev.linnet.testkit.InfluxServer;
import dev.linnet.testkit.Repository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's whole job over the first hundred minutes of its stream, twice, into a real InfluxDB and SQLite. */
@SuppressWarnings("NullAway.Init")
class DemoJobITCase {
    private static final String DATABASE = "linnet"; // the one that the dashboards ask
    private static final int PER_MINUTE = 600;
    private static final int RECORDS = 100 * PER_MINUTE;
    private static final long SEED = 1;
    /** Yesterday at six: in the past, and all in one day of the alerts' budget. */
    private static final Instant START = Instant.now()
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .minusDays(1)
            .atTime(6, 0)
            .toInstant(ZoneOffset.UTC);

    private static final InfluxServer SERVER = InfluxServer.start();

    @TempDir
    private static Path folder;

    private static GroundTruth truth;
    private static Balance firstBalance;
    private static Balance secondBalance;
    private static List<InfluxRow> firstPosts;
    private static List<InfluxRow> secondPosts;
    private static List<InfluxRow> alertPoints;
    private static List<Alert> firstAlerts;
    private static QueueDatabase database;

    @BeforeAll
    static void runTwice() throws Exception {
        truth = new GroundTruth(new DemoStream(SEED, START, PER_MINUTE), RECORDS);
        DemoBlog.write(folder.resolve("blog"));
        LinnetConfig config = config();
        Vocabulary vocabulary = new VocabularyLoader(words -> {}).load(config);
        decideBefore();
        firstBalance = run(config, vocabulary);
        firstPosts = rows("post");
        alertPoints = rows("alert");
        try (QueueDatabase first = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")))) {
            firstAlerts = first.alerts().newest(100);
        }
        // The rate of records is told by two minutes' points.
        long minute = Instant.now().getEpochSecond() / 60;
        Awaitility.await()
                .atMost(Duration.ofSeconds(70))
                .until(() -> stageMinutes() > 1 || Instant.now().getEpochSecond() / 60 > minute);
        secondBalance = run(config, vocabulary);
        secondPosts = rows("post");
        database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")));
    }

    @AfterAll
    static void close() {
        SERVER.close();
        database.close();
    }

    private static LinnetConfig config() throws Exception {
        String text = String.join(
                "\n",
                "author: {name: Ines Marlowe, handles: [ines_marlowe]}",
                "vocabulary: {file: vocabulary.yaml, blog: [blog], top: 40, trusted: [" + DemoStream.TRUSTED_AUTHOR
                        + "]}",
                "sources: [{files: [.]}]",
                "alerts: {per-day: 20}",
                "points: {kind: influxdb, url: '" + SERVER.url() + "', database: " + DATABASE + "}",
                "queue: {url: queue.db}",
                "console: {enabled: false}",
                "job: {parallelism: 2, checkpoint-every: 1s, state: state}");
        return new ConfigReader().parse("the test's settings", text, folder);
    }

    /** A decision from before the run, on a post that is not in the stream. */
    private static void decideBefore() {
        try (QueueDatabase before = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")))) {
            Suggestion suggestion = new Suggestion(
                    "x:1",
                    "x",
                    "otto_finch",
                    "Otto Finch",
                    "Putting up swift boxes this weekend",
                    "en",
                    "https://x.com/otto_finch/status/1",
                    START.minus(Duration.ofMinutes(10)),
                    List.of("swift boxes"),
                    0.7,
                    List.of(new Contribution("keyword", "swift boxes", 1, 0.8473)),
                    "neutral",
                    0,
                    false,
                    3);
            before.suggestions().offer(List.of(suggestion));
            assertThat(before.suggestions().approve("x:1", "ines", START.plusSeconds(60)))
                    .isPresent();
        }
    }

    private static Balance run(LinnetConfig config, Vocabulary vocabulary) {
        try (JobProcess job =
                JobProcess.start(config, vocabulary, DemoSource.first(SEED, START, PER_MINUTE, RECORDS), null)) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !job.isRunning());
            assertThat(job.failure()).isEmpty();
            job.finish();
            return job.balance();
        }
    }

    private static long stageMinutes() {
        return rows("stage").stream().map(row -> row.count("time")).distinct().count();
    }

    private static List<InfluxRow> rows(String measurement) {
        return SERVER.query(DATABASE, "SELECT * FROM \"" + measurement + "\"");
    }

    @Test
    void balanceClosesAndCountsWhatIsInTheStream() {
        assertThat(firstBalance.closes()).as(firstBalance.text()).isTrue();
        assertThat(firstBalance.read()).isEqualTo(RECORDS);
        Map<String, Long> counts = counts();
        assertThat(sum(counts, "unparseable/")).isEqualTo(truth.rubbish()).isPositive();
        assertThat(sum(counts, "filtered/control-")).isEqualTo(truth.controls()).isPositive();
        assertThat(counts).containsEntry("deleted/notice", truth.deletions());
        assertThat(sum(counts, "duplicate/repost")).isPositive();
        assertThat(sum(counts, "duplicate/near-copy")).isPositive();
    }

    @Test
    void secondRunsBalanceIsItsOwn() {
        assertThat(secondBalance.closes()).as(secondBalance.text()).isTrue();
        assertThat(secondBalance.read()).isEqualTo(RECORDS);
    }

    @Test
    void lastStagePointsAreTheBalance() {
        Map<String, Long> last = SERVER
                .query(DATABASE, "SELECT last(\"count\") AS \"count\" FROM \"stage\" GROUP BY \"stage\", \"reason\"")
                .stream()
                .collect(Collectors.toMap(
                        row -> row.tags().get("stage") + "/"
                                + String.valueOf(row.tags().get("reason")).replace("none", ""),
                        row -> row.count("count")));

        assertThat(last).isEqualTo(counts());
    }

    private static Map<String, Long> counts() {
        return database.records().counts().stream()
                .collect(Collectors.toMap(count -> count.stage() + "/" + count.reason(), StageCount::count));
    }

    private static long sum(Map<String, Long> counts, String beginning) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(beginning))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Test
    void deletedPostsAreNowhere() {
        assertThat(truth.deleted()).hasSizeGreaterThan(1_000);
        assertThat(open()).extracting(queued -> queued.suggestion().id()).doesNotContainAnyElementsOf(truth.deleted());
        assertThat(postIds("post")).doesNotContainAnyElementsOf(truth.deleted());
        assertThat(postIds("suggestion")).doesNotContainAnyElementsOf(truth.deleted());
        assertThat(database.alerts().newest(100).stream().flatMap(alert -> alert.posts().stream()))
                .extracting(Alert.DrivingPost::id)
                .doesNotContainAnyElementsOf(truth.deleted());
    }

    @Test
    void everyPointIsOfAPostOfTheStream() {
        assertThat(postIds("post")).hasSizeGreaterThan(1_000);
        assertThat(truth.posted()).containsAll(postIds("post"));
    }

    @Test
    void suggestionsAreTheirPoints() {
        assertThat(open()).hasSizeGreaterThan(100);
        assertThat(postIds("suggestion"))
                .isEqualTo(
                        open().stream().map(queued -> queued.suggestion().id()).collect(Collectors.toSet()));
        assertThat(postIds("post")).containsAll(postIds("suggestion"));
    }

    @Test
    void explanationsAddUpToTheLogOddsOfRelevance() {
        for (QueuedSuggestion queued : open()) {
            Suggestion suggestion = queued.suggestion();
            double sum = suggestion.explanation().stream()
                    .mapToDouble(Contribution::amount)
                    .sum();
            double relevance = suggestion.relevance();
            assertThat(sum).as("%s", suggestion).isCloseTo(Math.log(relevance / (1 - relevance)), within(1e-9));
        }
    }

    @Test
    void burstsAndTheNewHashtagRaiseAlertsOnce() {
        List<Alert> alerts = firstAlerts;
        assertThat(subjects(alerts, Alert.Kind.SPIKE))
                .anyMatch(subject -> subject.contains("contact microphone"))
                .anyMatch(subject -> subject.contains("swift box"));
        assertThat(subjects(alerts, Alert.Kind.EMERGING))
                .filteredOn(subject -> subject.contains(DemoStream.NEW_HASHTAG.toLowerCase(Locale.ROOT)))
                .hasSize(1);
        assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
        assertThat(alertPoints).hasSameSizeAs(alerts);
    }

    private static List<String> subjects(List<Alert> alerts, Alert.Kind kind) {
        return alerts.stream()
                .filter(alert -> alert.kind() == kind)
                .map(alert -> alert.subject().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void decisionFromBeforeTheRunIsLearnt() {
        assertThat(rows("decision")).hasSize(1);
        assertThat(rows("decision").get(0).text("verdict")).isEqualTo("approve");
        assertThat(rows("weight")).anyMatch(row -> row.text("name").equals("swift boxes"));
        assertThat(database.records().weights(10))
                .anyMatch(weight -> weight.name().equals("swift boxes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "keyword_window", "alert", "suggestion", "decision", "weight", "stage"})
    void measurementHasPoints(String measurement) {
        assertThat(rows(measurement)).isNotEmpty();
    }

    @Test
    void secondRunLeavesTheSamePoints() {
        assertThat(secondPosts).hasSameSizeAs(firstPosts).containsExactlyElementsOf(firstPosts);
    }

    static List<Panel> panels() {
        return DashboardQueries.all(
                Repository.file("docker"), START, Instant.now().plusSeconds(60));
    }

    @ParameterizedTest
    @MethodSource("panels")
    void panelOfTheDashboardsReturnsData(Panel panel) {
        assertThat(SERVER.query(DATABASE, panel.query())).isNotEmpty();
    }

    private static List<QueuedSuggestion> open() {
        return database.suggestions().open(100_000);
    }

    private static Set<String> postIds(String measurement) {
        return rows(measurement).stream().map(row -> row.text("post_id")).collect(Collectors.toSet());
    }
}
