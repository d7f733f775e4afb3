package dev.linnet.review;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A console on a free port with a SQLite database of its own, and a client without JavaScript. */
final class RunningConsole implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-05-02T08:00:00Z");

    final SettableClock clock = new SettableClock(NOW);
    final QueueDatabase database;
    final Path file;
    private final Console console;
    private volatile boolean isBroken;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    RunningConsole(Path folder, UnaryOperator<ConsoleSettings> settings) {
        file = folder.resolve("queue.db");
        database = QueueDatabase.open(QueueSettings.file(file).withPatience(Duration.ofSeconds(2)));
        console = Console.start(
                settings.apply(ConsoleSettings.local().withPort(0)),
                database.suggestions(),
                database.journal(),
                database.alerts(),
                database.records(),
                this::vocabulary,
                clock);
    }

    /** Waits until the journal holds as many acts. */
    void awaitJournal(long acts) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.journal().last() >= acts);
    }

    /** A console with invented data. */
    static RunningConsole filled(Path folder) {
        RunningConsole running = new RunningConsole(folder, settings -> settings);
        new InventedData(NOW).fill(running.database);
        return running;
    }

    private Vocabulary vocabulary() {
        if (isBroken) {
            throw new IllegalStateException("broken");
        }
        return InventedData.VOCABULARY;
    }

    /** From now on the pages that need the vocabulary fail by an error of the server. */
    void breakVocabulary() {
        isBroken = true;
    }

    String url() {
        return console.url();
    }

    int port() {
        return URI.create(url()).getPort();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    String page(String path) {
        return get(path).body();
    }

    /** Posts a form as a browser without JavaScript does. */
    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** Posts a form as htmx does. */
    HttpResponse<String> postByHtmx(String path, Map<String, String> fields) {
        return post(path, fields, "HX-Request", "true", "Sec-Fetch-Site", "same-origin");
    }

    /** Follows where a form led. */
    String follow(HttpResponse<String> response) {
        return page(response.headers().firstValue("Location").orElseThrow());
    }

    JournalEntry newestEntry() {
        return database.journal().newest(1).get(0);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : url() + path);
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        console.close();
        database.close();
    }
}
