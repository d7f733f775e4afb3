package dev.linnet.sinks.points;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.linnet.testkit.InfluxServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What a server or a proxy before it can answer to a write, with a real InfluxDB behind. */
class HttpFaultsITCase {
    private static final InfluxServer SERVER = InfluxServer.shared();
    private static final List<PointEntry> BATCH = LongStream.range(0, 200)
            .mapToObj(Points::numbered)
            .map(Points::entry)
            .toList();

    private final WireMockServer proxy = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .gzipDisabled(true));
    private final List<RejectedPoint> rejected = new ArrayList<>();
    private int retries;

    @BeforeEach
    void startProxy() {
        proxy.start();
        proxy.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(SERVER.url())));
        SERVER.createDatabase("faults");
    }

    @AfterEach
    void stopProxy() {
        proxy.stop();
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of("429", aResponse().withStatus(429), Duration.ZERO),
                Arguments.of(
                        "429 with Retry-After",
                        aResponse().withStatus(429).withHeader("Retry-After", "2"),
                        Duration.ofSeconds(2)),
                Arguments.of(
                        "503 with Retry-After",
                        aResponse().withStatus(503).withHeader("Retry-After", "1"),
                        Duration.ofSeconds(1)),
                Arguments.of("500", aResponse().withStatus(500).withBody("{\"error\":\"timeout\"}"), Duration.ZERO),
                Arguments.of("502", aResponse().withStatus(502).withBody("<html>Bad gateway</html>"), Duration.ZERO),
                Arguments.of("a rotated login", aResponse().withStatus(401), Duration.ZERO),
                Arguments.of("a right taken away", aResponse().withStatus(403), Duration.ZERO),
                Arguments.of(
                        "a body without end",
                        aResponse().withStatus(500).withBody("x".repeat(60)).withChunkedDribbleDelay(60, 20_000),
                        Duration.ZERO),
                Arguments.of("no answer", aResponse().withStatus(204).withFixedDelay(3_000), Duration.ZERO));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void whatMayPassIsHeldAndSentAgainAsAWhole(String what, ResponseDefinitionBuilder fault, Duration atLeast) {

        firstWriteGets(fault);
        try (PointStore store = store()) {
            BatchDelivery delivery = delivery(store);

            long begin = System.nanoTime();
            BatchDelivery.Result result = delivery.deliver(BATCH);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            assertThat(result.fatal()).as(what).isNull();
            assertThat(result.unsent()).isEqualTo(BATCH);
            assertThat(result.hold())
                    .isPositive()
                    .isGreaterThanOrEqualTo(atLeast)
                    .isLessThan(Duration.ofSeconds(3));
            assertThat(retries).isEqualTo(1);

            assertThat(delivery.deliver(result.unsent()).unsent()).isEmpty();
        }
        assertThat(rejected).isEmpty();
        assertThat(SERVER.query("faults", "SELECT i FROM m")).hasSize(BATCH.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void aBrokenConnectionLosesNothing(Fault fault) {
        firstWriteGets(aResponse().withFault(fault));
        try (PointStore store = store()) {
            BatchDelivery delivery = delivery(store);
            // The HTTP client itself tries once more where the connection was an old one.
            assertThat(delivery.deliver(delivery.deliver(BATCH).unsent()).unsent())
                    .isEmpty();
        }
        assertThat(rejected).isEmpty();
        assertThat(SERVER.query("faults", "SELECT i FROM m")).hasSize(BATCH.size());
    }

    @Test
    void aProxyThatFindsTheRequestTooLargeGetsItInHalves() {
        firstWriteGets(aResponse().withStatus(413));
        try (PointStore store = store()) {
            assertThat(delivery(store).deliver(BATCH).unsent()).isEmpty();
        }
        proxy.verify(3, postRequestedFor(urlPathEqualTo("/write")));
        assertThat(SERVER.query("faults", "SELECT i FROM m")).hasSize(BATCH.size());
    }

    @Test
    void aPageWhereTheAnswerShouldBeIsNoSuccess() {
        firstWriteGets(aResponse().withStatus(200).withBody("<html>Please log in</html>"));
        try (PointStore store = store()) {
            BatchDelivery.Result result = delivery(store).deliver(BATCH);
            assertThat(result.fatal()).contains("Please log in");
            assertThat(result.unsent()).isEqualTo(BATCH);
        }
    }

    @Test
    void aQueryWhoseAnswerHasNoEndIsGivenUp() {
        proxy.stubFor(any(anyUrl())
                .willReturn(aResponse().withBody("{\"a\":\"" + "x".repeat(60)).withChunkedDribbleDelay(60, 20_000)));
        String url = "http://127.0.0.1:" + proxy.port();
        for (PointSettings settings : List.of(PointSettings.questDb(url), PointSettings.influxDb(url, "faults"))) {
            long begin = System.nanoTime();
            HttpSettings oneSecond = new HttpSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), true);
            try (PointStore store = PointStore.of(settings, oneSecond)) {
                assertThat(store.prepare().kind()).as(settings.toString()).isEqualTo(Answer.Kind.RETRY);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private void firstWriteGets(ResponseDefinitionBuilder fault) {
        proxy.stubFor(post(urlPathEqualTo("/write"))
                .inScenario("fault")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(fault)
                .willSetStateTo("over"));
    }

    private PointStore store() {
        return PointStore.of(
                PointSettings.influxDb("http://127.0.0.1:" + proxy.port(), "faults"),
                new HttpSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), true));
    }

    private BatchDelivery delivery(PointStore store) {
        Tally tally = new Tally() {
            @Override
            public void written(int points) {}

            @Override
            public void deleted(int orders) {}

            @Override
            public void rejected(RejectedPoint point) {
                rejected.add(point);
            }

            @Override
            public void retried() {
                retries++;
            }
        };
        return new BatchDelivery(
                store,
                tally,
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), new Random(1)),
                new OutageLog(LoggerFactory.getLogger("faults"), "the proxy", Clock.systemUTC()),
                Duration.ofSeconds(30));
    }
}
