package dev.linnet.review.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.linnet.queue.Alert;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.review.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryITCase {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Instant OPENED = Instant.now().minusSeconds(600);

    @TempDir
    private Path folder;

    private QueueDatabase database;
    private HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void open() throws IOException {
        database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        database.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Integer status = answers.poll();
        heads.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(status == null ? 204 : status, -1);
        exchange.close();
    }

    @Test
    void openingAndEndAreToldOnceEachOverARestartToo() throws Exception {
        Alert open = Alerts.alert("swifts", OPENED, null);
        database.alerts().put(List.of(open));
        try (Delivery delivery = deliver(receiver("hook", Receiver.Kind.WEBHOOK))) {
            await().untilAsserted(() -> assertThat(bodies).hasSize(1));
        }
        database.alerts().put(List.of(Alerts.alert("swifts", OPENED, OPENED.plusSeconds(60))));
        try (Delivery delivery = deliver(receiver("hook", Receiver.Kind.WEBHOOK))) {
            await().during(Duration.ofMillis(300))
                    .untilAsserted(() -> assertThat(bodies).hasSize(2));
        }

        JsonNode event = new ObjectMapper().readTree(bodies.get(0));
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("dev.linnet.alert.opened");
        assertThat(event.path("data").path("dedup_key").asText()).isEqualTo(open.id());
        assertThat(event.path("data").path("posts")).hasSize(1);
        assertThat(event.path("data").path("sources"))
                .extracting(JsonNode::asText)
                .containsExactly("x");
        assertThat(heads.get(0)).isEqualTo("application/cloudevents+json; charset=utf-8 Bearer s3cret");
        assertThat(new ObjectMapper().readTree(bodies.get(1)).path("type").asText())
                .isEqualTo("dev.linnet.alert.closed");
    }

    @Test
    void whatAReceiverDoesNotTakeIsSentAgainUntilItDoes() {
        answers.addAll(List.of(503, 429, 401));
        database.alerts().put(List.of(Alerts.alert("swifts", OPENED, null)));
        try (Delivery delivery = deliver(receiver("hook", Receiver.Kind.WEBHOOK))) {
            await().untilAsserted(() -> assertThat(bodies).hasSize(4));
            await().during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(bodies).hasSize(4));
        }
    }

    @Test
    void whatAReceiverRefusesForGoodHoldsUpNothing() {
        answers.add(400);
        database.alerts()
                .put(List.of(Alerts.alert("swifts", OPENED, null), Alerts.alert("larks", OPENED.plusSeconds(1), null)));
        try (Delivery delivery = deliver(receiver("hook", Receiver.Kind.WEBHOOK))) {
            await().untilAsserted(() -> assertThat(bodies).hasSize(2));
            assertThat(bodies.get(1)).contains("larks");
        }
    }

    @Test
    void deadReceiverHoldsUpNoOther() {
        database.alerts().put(List.of(Alerts.alert("swifts", OPENED, null)));
        Receiver dead = new Receiver("dead", Receiver.Kind.WEBHOOK, URI.create("http://127.0.0.1:1/"), null);
        try (Delivery delivery = deliver(dead, receiver("slack", Receiver.Kind.SLACK))) {
            await().untilAsserted(() -> assertThat(bodies).hasSize(1));
        }
        assertThat(bodies.get(0))
                .contains("swifts")
                .contains("see ‹!channel› ＆ ‹http∶//evil｜this›")
                .doesNotContain("<")
                .doesNotContain("&");
    }

    @Test
    void alertmanagerIsToldWhenAnAlertEnds() throws Exception {
        Instant closed = OPENED.plusSeconds(60);
        database.alerts().put(List.of(Alerts.alert("swifts", OPENED, null)));
        try (Delivery delivery = deliver(receiver("am", Receiver.Kind.ALERTMANAGER))) {
            await().untilAsserted(() -> assertThat(bodies).hasSize(1));
            database.alerts().put(List.of(Alerts.alert("swifts", OPENED, closed)));
            await().untilAsserted(() -> assertThat(bodies).hasSize(2));
        }
        JsonNode lasting = new ObjectMapper().readTree(bodies.get(0)).get(0);
        JsonNode over = new ObjectMapper().readTree(bodies.get(1)).get(0);
        assertThat(Instant.parse(lasting.path("endsAt").asText())).isAfter(Instant.now());
        assertThat(over.path("endsAt").asText()).startsWith(closed.toString().substring(0, 19));
        assertThat(over.path("labels")).isEqualTo(lasting.path("labels"));
        JsonNode annotations = lasting.path("annotations");
        assertThat(annotations.path("posts").asText()).startsWith("＠ana: ").endsWith("https://example.org/1");
        assertThat(annotations.path("words").asText()).isEqualTo("nest");
        assertThat(annotations.path("series").asText()).isEqualTo("1.0, 12.0");
        assertThat(annotations.path("sources").asText()).isEqualTo("x");
        assertThat(annotations).allMatch(JsonNode::isTextual);
    }

    @Test
    void oldAndSilencedAlertsAreNotTold() {
        Alert silenced = Alerts.alert("larks", OPENED, null);
        database.alerts().put(List.of(Alerts.alert("swifts", OPENED.minus(Courier.NEWS), null), silenced));
        database.alerts().silence(silenced.id(), "ana", OPENED);
        try (Delivery delivery = deliver(receiver("hook", Receiver.Kind.WEBHOOK))) {
            await().during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(bodies).isEmpty());
        }
    }

    private Delivery deliver(Receiver... receivers) {
        return Delivery.start(List.of(receivers), database.alerts(), null, Clock.systemUTC(), SOON);
    }

    @Test
    void quietHoursEndInOneDigestForEachReceiver() throws Exception {
        Instant evening = Instant.parse("2026-05-02T21:00:00Z");
        SettableClock clock = new SettableClock(evening.minusSeconds(60));
        QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(6, 0), ZoneOffset.UTC);
        Alert before = Alerts.alert("swifts", evening.minusSeconds(120), null);
        List<Receiver> receivers =
                List.of(receiver("hook", Receiver.Kind.WEBHOOK), receiver("slack", Receiver.Kind.SLACK));
        database.alerts().put(List.of(before));
        try (Delivery delivery = Delivery.start(receivers, database.alerts(), night, clock, SOON)) {
            await().untilAsserted(() -> assertThat(bodies).hasSize(2));
            clock.advance(Duration.ofSeconds(120));
            database.alerts()
                    .put(List.of(
                            before.closedAt(evening.plusSeconds(30)),
                            Alerts.alert("larks", evening.plusSeconds(60), null),
                            Alerts.alert("owls", evening.plusSeconds(90), evening.plusSeconds(600))));
            await().during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(bodies).hasSize(2));

            Instant morning = evening.plus(Duration.ofHours(9));
            database.alerts().put(List.of(Alerts.alert("rooks", morning, null)));
            clock.advance(Duration.between(clock.instant(), morning));
            await().during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(bodies).hasSize(6));
        }

        List<String> digests = bodies.subList(2, 6).stream()
                .filter(body -> body.contains("larks"))
                .toList();
        assertThat(digests).hasSize(2).allMatch(body -> body.contains("swifts") && body.contains("owls"));
        assertThat(digests).filteredOn(body -> body.contains("rooks")).isEmpty();
        assertThat(digests).anyMatch(body -> body.contains("quiet hours from 21:00 to 06:00 there were 3 alerts"));
        String event = digests.stream()
                .filter(body -> body.contains("specversion"))
                .findFirst()
                .orElseThrow();
        JsonNode digest = new ObjectMapper().readTree(event);
        assertThat(digest.path("type").asText()).isEqualTo("dev.linnet.alert.digest");
        assertThat(digest.path("data").path("alerts")).hasSize(3);
        assertThat(digest.path("data").path("alerts").get(0).path("posts")).hasSize(1);
    }

    @Test
    void alertmanagerIsRemindedButToldNothingNewInQuietHours() {
        SettableClock clock = new SettableClock(OPENED);
        QuietHours always = new QuietHours(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59), ZoneOffset.UTC);
        Alert known = Alerts.alert("swifts", OPENED, null);
        database.alerts().put(List.of(known, Alerts.alert("larks", OPENED, null)));
        database.alerts().told("am", known);
        Receiver manager = receiver("am", Receiver.Kind.ALERTMANAGER);
        try (Delivery delivery = Delivery.start(List.of(manager), database.alerts(), always, clock, SOON)) {
            await().untilAsserted(() -> assertThat(bodies).hasSize(1));
            await().during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(bodies).hasSize(1));
        }
        assertThat(bodies.get(0)).contains("swifts").doesNotContain("larks");
    }

    private Receiver receiver(String name, Receiver.Kind kind) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new Receiver(name, kind, url, "s3cret");
    }
}
