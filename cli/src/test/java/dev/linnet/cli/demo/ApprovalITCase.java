package dev.linnet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.WeightRow;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo, with someone who decides through the console while posts come in. */
class ApprovalITCase {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What the author waits, at most, to see that Linnet learnt. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void decisionsChangeWeightsAndTheFollowingScoresWithinTwoSeconds() throws Exception {
        Instant start = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        try (Demo demo = Demo.start(folder, 0, DemoSource.paced(1, start, 600, 120), null, words -> {});
                QueueDatabase database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")))) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> database.suggestions().countOpen() >= 150);
            String keyword = mostUsed(open(database));
            List<Suggestion> with = having(open(database), keyword);
            List<Suggestion> without = open(database).stream()
                    .filter(suggestion -> weightOf(suggestion, keyword).isEmpty())
                    .toList();
            double before = weightOf(with.get(0), keyword).orElseThrow();

            decide(demo, with, "approve", 1);
            decide(demo, without, "reject", 5);

            Set<String> known = open(database).stream().map(Suggestion::id).collect(Collectors.toSet());
            soon().until(() -> weight(database, keyword).isPresent());
            soon().until(() -> timeSeries(demo, keyword).size() > 0);
            // When the stream brings the next such post is the stream's affair; that its score is new within two
            // seconds of
            // the decision is held by DecisionSpeedITCase.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> following(database, known, keyword).isPresent());
            // Every decision moves the keyword's weight a little, also one on a post without it.
            assertThat(weight(database, keyword).orElseThrow().mean()).isGreaterThan(before);
            assertThat(database.journal().last()).isEqualTo(6);
            demo.job().drain();
            assertThat(demo.job().balance().closes()).isTrue();
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(50));
    }

    private static List<Suggestion> open(QueueDatabase database) {
        return database.suggestions().open(10_000).stream()
                .map(QueuedSuggestion::suggestion)
                .toList();
    }

    private static String mostUsed(List<Suggestion> suggestions) {
        return suggestions.stream()
                .flatMap(suggestion -> suggestion.explanation().stream())
                .filter(reason -> reason.kind().equals("keyword"))
                .map(Contribution::name)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static List<Suggestion> having(List<Suggestion> suggestions, String keyword) {
        return suggestions.stream()
                .filter(suggestion -> weightOf(suggestion, keyword).isPresent())
                .toList();
    }

    /** The weight of a keyword that a suggestion's score was made with. */
    private static Optional<Double> weightOf(Suggestion suggestion, String keyword) {
        return suggestion.explanation().stream()
                .filter(reason ->
                        reason.kind().equals("keyword") && reason.name().equals(keyword))
                .map(reason -> reason.amount() / reason.value())
                .findFirst();
    }

    private static Optional<WeightRow> weight(QueueDatabase database, String keyword) {
        return database.records().weights(1_000).stream()
                .filter(row -> row.kind().equals("keyword") && row.name().equals(keyword))
                .findFirst();
    }

    /** A post that was suggested since, scored with the weight that was learnt. */
    private static Optional<Suggestion> following(QueueDatabase database, Set<String> known, String keyword) {
        double learnt = weight(database, keyword).orElseThrow().mean();
        return having(open(database), keyword).stream()
                .filter(suggestion -> !known.contains(suggestion.id()))
                .filter(suggestion -> Math.abs(weightOf(suggestion, keyword).orElseThrow() - learnt) < 1e-9)
                .findFirst();
    }

    /** Decides so many suggestions; one that was deleted meanwhile, as the stream has it, is passed over. */
    private void decide(Demo demo, List<Suggestion> suggestions, String verdict, int count) throws Exception {
        int decided = 0;
        for (Suggestion suggestion : suggestions) {
            if (decided < count && decide(demo, suggestion, verdict)) {
                decided++;
            }
        }
        assertThat(decided).isEqualTo(count);
    }

    private boolean decide(Demo demo, Suggestion suggestion, String verdict) throws Exception {
        URI api = URI.create(demo.job().consoleUrl().orElseThrow()).resolve("/api/decide");
        String form = "id=" + encode(suggestion.id()) + "&verdict=" + verdict;
        var answer = http.send(
                HttpRequest.newBuilder(api)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
        return answer.statusCode() == 200;
    }

    private JsonNode timeSeries(Demo demo, String keyword) throws Exception {
        String sql = "SELECT mean FROM weight WHERE name = '" + keyword + "'";
        URI uri = URI.create(demo.points().url() + "/exec?query=" + encode(sql));
        String credentials = demo.points().user() + ":" + demo.points().password();
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        String body = http.send(request, BodyHandlers.ofString()).body();
        return JSON.readTree(body).path("dataset");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
