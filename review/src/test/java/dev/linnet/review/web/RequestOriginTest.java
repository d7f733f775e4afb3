package dev.linnet.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOriginTest {
    @ParameterizedTest
    @CsvSource({
        "false, localhost:8090, http://localhost:8090",
        "false, LOCALHOST:8090, http://localhost:8090",
        "false, [::1]:8090, http://[::1]:8090",
        "false, linnet.example, http://linnet.example",
        "false, linnet.example, http://linnet.example:80",
        "false, linnet.example:80, http://linnet.example",
        "true, linnet.example, https://linnet.example",
        "true, linnet.example:443, https://linnet.example",
        "true, linnet.example:8443, https://linnet.example:8443",
    })
    void ownOriginPasses(boolean isSecure, String host, String origin) {
        for (String method : List.of("GET", "POST")) {
            assertThat(new RequestOrigin(method, isSecure, host, origin, "same-origin", "cors", "empty").refusal())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, localhost:8090, http://localhost:8091",
        "false, localhost:8090, http://localhost",
        "false, localhost:8090, https://localhost:8090",
        "false, localhost:8090, http://127.0.0.1:8090",
        "false, localhost:8090, null",
        "false, localhost:8090, https://evil.example",
        "false, localhost:8090, http://localhost:8090.evil.example",
        "false, localhost:8090, http://localhost:8090@evil.example",
        "false, localhost:8090, nonsense//",
        "false, localhost:8090, ''",
        "true, linnet.example, http://linnet.example",
        "true, linnet.example, https://linnet.example:8443",
        "true, linnet.example, https://other.linnet.example",
    })
    void otherOriginIsRefusedForEveryMethod(boolean isSecure, String host, String origin) {
        for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "DELETE")) {
            assertThat(new RequestOrigin(method, isSecure, host, origin, null, null, null).refusal())
                    .isPresent();
            // Not even where the browser calls it a navigation, or its own.
            assertThat(new RequestOrigin(method, isSecure, host, origin, "cross-site", "navigate", "document")
                            .refusal())
                    .isPresent();
            assertThat(new RequestOrigin(method, isSecure, host, origin, "same-origin", "cors", "empty").refusal())
                    .isPresent();
        }
        assertThat(new RequestOrigin("POST", false, null, "http://localhost", null, null, null).refusal())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "new-value"})
    void otherSiteMayOnlyNavigate(String site) {
        assertThat(from("GET", site, "navigate", "document")).isTrue();

        assertThat(from("POST", site, "navigate", "document")).isFalse();
        assertThat(from("GET", site, "navigate", "iframe")).isFalse();
        assertThat(from("GET", site, "no-cors", "image")).isFalse();
        assertThat(from("GET", site, "cors", "empty")).isFalse();
        assertThat(from("GET", site, "no-cors", "script")).isFalse();
        assertThat(from("GET", site, null, null)).isFalse();
    }

    @Test
    void ownPagesTypedAddressesAndProgramsPass() {
        assertThat(from("POST", "same-origin", "cors", "empty")).isTrue();
        assertThat(from("GET", "none", "navigate", "document")).isTrue();
        assertThat(from("POST", null, null, null)).isTrue();
    }

    @Test
    void namesOfThisMachine() {
        for (String name : List.of("localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]")) {
            assertThat(RequestOrigin.isLoopbackName(name)).as(name).isTrue();
        }
        for (String name : List.of("", "127.0.0.1.evil.example", "localhost.evil.example", "0.0.0.0", "127.evil")) {
            assertThat(RequestOrigin.isLoopbackName(name)).as(name).isFalse();
        }
        assertThat(RequestOrigin.hostName("LocalHost:8090")).isEqualTo("localhost");
        assertThat(RequestOrigin.hostName("[::1]:8090")).isEqualTo("[::1]");
        assertThat(RequestOrigin.hostName(null)).isEmpty();
    }

    private static boolean from(String method, @Nullable String site, @Nullable String mode, @Nullable String dest) {
        return new RequestOrigin(method, false, "localhost:8090", null, site, mode, dest)
                .refusal()
                .isEmpty();
    }
}
