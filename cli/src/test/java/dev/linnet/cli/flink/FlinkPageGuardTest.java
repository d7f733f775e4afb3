package dev.linnet.cli.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.embedded.EmbeddedChannel;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlinkPageGuardTest {
    private static final String PASSWORD = "five wet herons";
    private static final String BASIC = basic("linnet:" + PASSWORD);
    private static final int PASSED = 0;

    @Test
    void asksForThePasswordAndLetsItRead() {
        Supplier<FlinkPageGuard> guard = () -> new FlinkPageGuard(PASSWORD, null, Set.of());

        assertThat(status(guard, "GET", "/jobs", null)).isEqualTo(401);
        assertThat(status(guard, "GET", "/jobs", basic("linnet:five wet heron")))
                .isEqualTo(401);
        assertThat(status(guard, "GET", "/jobs", basic("other:" + PASSWORD))).isEqualTo(401);
        assertThat(status(guard, "GET", "/jobs", "Bearer five wet heron")).isEqualTo(401);
        assertThat(status(guard, "GET", "/jobs", BASIC)).isEqualTo(PASSED);
        assertThat(status(guard, "HEAD", "/jobs", BASIC)).isEqualTo(PASSED);
    }

    @Test
    void whatABrowserSendsByItselfChangesNothing() {
        Supplier<FlinkPageGuard> guard = () -> new FlinkPageGuard(PASSWORD, null, Set.of());
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            assertThat(status(guard, method, "/jobs/1", BASIC)).as(method).isEqualTo(403);
        }
        assertThat(status(guard, "GET", "/jobs/1/yarn-cancel", BASIC)).isEqualTo(403);
        assertThat(status(guard, "GET", "/jobs/1/yarn-stop", BASIC)).isEqualTo(403);
        assertThat(status(guard, "GET", "/jobs/1/yarn%2Dcancel", BASIC)).isEqualTo(403);
        assertThat(status(guard, "GET", "/jobs/1%2Fyarn-cancel", BASIC)).isEqualTo(403);
    }

    @Test
    void programsWithThePasswordMayChangeThings() {
        Supplier<FlinkPageGuard> guard = () -> new FlinkPageGuard(PASSWORD, null, Set.of());
        assertThat(status(guard, "POST", "/jobs/1/savepoints", "Bearer " + PASSWORD))
                .isEqualTo(PASSED);
    }

    @Test
    void withoutAPasswordOtherSitesAreStillRefused() {
        Supplier<FlinkPageGuard> guard = () -> new FlinkPageGuard(null, null, Set.of("flink.example.org"));
        assertThat(status(guard, "POST", "/jobs", null)).isEqualTo(PASSED);
        assertThat(status(guard, "POST", "/jobs", null, "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(status(guard, "GET", "/jobs", null, "Sec-Fetch-Site", "cross-site"))
                .isEqualTo(403);
        assertThat(status(guard, "GET", "/jobs", null, "Host", "rebound.example:8081"))
                .isEqualTo(403);
        assertThat(status(guard, "GET", "/jobs", null, "Host", "flink.example.org"))
                .isEqualTo(PASSED);
    }

    @Test
    void weakPasswordLetsNobodyIn() {
        Configuration configuration = new Configuration();
        configuration.set(FlinkPage.PASSWORD, "flink123");
        FlinkPageGuardFactory factory = new FlinkPageGuardFactory();
        for (String credentials : new String[] {"Bearer flink123", basic("linnet:flink123")}) {
            assertThat(factory.createHandler(configuration, Map.of()))
                    .hasValueSatisfying(
                            handler -> assertThat(status(() -> (FlinkPageGuard) handler, "GET", "/", credentials))
                                    .isEqualTo(503));
        }
    }

    @Test
    void passwordMayHaveAnyLetters() {
        Supplier<FlinkPageGuard> guard = () -> new FlinkPageGuard("fünf nasse Reiher", null, Set.of());
        assertThat(status(guard, "GET", "/", basic("linnet:fünf nasse Reiher"))).isEqualTo(PASSED);
        String asNettyReadsIt =
                new String("fünf nasse Reiher".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(status(guard, "POST", "/", "Bearer " + asNettyReadsIt)).isEqualTo(PASSED);
    }

    @Test
    void flinkFindsTheGuardAndMasksItsPassword() {
        assertThat(ServiceLoader.load(InboundChannelHandlerFactory.class))
                .hasAtLeastOneElementOfType(FlinkPageGuardFactory.class);
        Configuration configuration = new Configuration();
        configuration.set(FlinkPage.PASSWORD, PASSWORD);
        assertThat(new FlinkPageGuardFactory().createHandler(configuration, Map.of()))
                .hasValueSatisfying(handler -> assertThat(status(() -> (FlinkPageGuard) handler, "GET", "/", null))
                        .isEqualTo(401));
        assertThat(GlobalConfiguration.isSensitive(FlinkPage.PASSWORD.key())).isTrue();
        assertThat(FlinkPage.onPort(8081).toString()).isEqualTo("http://127.0.0.1:8081");
    }

    /** The answer's status, or {@link #PASSED} when Flink gets the request. */
    private static int status(
            Supplier<FlinkPageGuard> guard,
            String method,
            String path,
            @Nullable String credentials,
            String... header) {
        EmbeddedChannel channel = new EmbeddedChannel(guard.get());
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), path);
        request.headers().set("Host", "127.0.0.1:8081");
        if (credentials != null) {
            request.headers().set("Authorization", credentials);
        }
        if (header.length > 0) {
            request.headers().set(header[0], header[1]);
        }
        channel.pipeline().fireChannelRead(request);
        HttpResponse response = channel.readOutbound();
        return response == null ? PASSED : response.status().code();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
