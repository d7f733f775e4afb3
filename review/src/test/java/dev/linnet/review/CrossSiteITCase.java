package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What browsers send on behalf of other sites. */
class CrossSiteITCase {
    @TempDir
    Path folder;

    @Test
    void otherSitesReachNothingByAnyMethod() {
        try (RunningConsole console = RunningConsole.filled(folder)) {
            for (String path : List.of("/", "/healthz", "/api/queue", "/assets/icon.svg", "/live", "/none")) {
                assertForbidden(
                        console,
                        path,
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Mode: no-cors",
                        "Sec-Fetch-Dest: image");
                assertForbidden(
                        console, path, "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty");
                assertForbidden(
                        console,
                        path,
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Mode: navigate",
                        "Sec-Fetch-Dest: iframe");
                assertForbidden(console, path, "Origin: https://evil.example");
                assertForbidden(console, path, "Origin: null");
            }
            assertForbidden(console, "/live", "Origin: https://evil.example", "Accept: text/event-stream");
            for (String method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH")) {
                assertThat(RawHttp.once(
                                        console.port(),
                                        RawHttp.get("/", "Origin: https://evil.example", "Connection: close")
                                                .replaceFirst("GET", method))
                                .status())
                        .as(method)
                        .isEqualTo(403);
            }
            assertThat(RawHttp.once(
                                    console.port(),
                                    RawHttp.post(
                                            "/approve",
                                            "id=x:1001",
                                            "Sec-Fetch-Site: cross-site",
                                            "Sec-Fetch-Mode: navigate",
                                            "Sec-Fetch-Dest: document"))
                            .status())
                    .isEqualTo(403);
            assertThat(console.database.journal().last()).isZero();
        }
    }

    @Test
    void linkInAChatStillOpensThePage() {
        try (RunningConsole console = RunningConsole.filled(folder)) {
            assertThat(RawHttp.once(
                                    console.port(),
                                    RawHttp.get(
                                            "/alerts",
                                            "Sec-Fetch-Site: cross-site",
                                            "Sec-Fetch-Mode: navigate",
                                            "Sec-Fetch-Dest: document"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void ownPagesAreServed() {
        try (RunningConsole console = RunningConsole.filled(folder)) {
            assertThat(RawHttp.once(
                                    console.port(),
                                    RawHttp.post(
                                            "/approve",
                                            "id=x:1001",
                                            "Host: localhost:" + console.port(),
                                            "Origin: http://localhost:" + console.port(),
                                            "Sec-Fetch-Site: same-origin"))
                            .status())
                    .isEqualTo(303);
            assertThat(RawHttp.once(console.port(), RawHttp.get("/", "Sec-Fetch-Site: none"))
                            .status())
                    .isEqualTo(200);
            assertThat(RawHttp.once(
                                    console.port(),
                                    RawHttp.post(
                                            "/approve",
                                            "id=x:1001",
                                            "Host: localhost:" + console.port(),
                                            "Origin: http://localhost"))
                            .status())
                    .isEqualTo(403);
        }
    }

    private static void assertForbidden(RunningConsole console, String path, String... headers) {
        assertThat(RawHttp.once(console.port(), RawHttp.get(path, headers)).status())
                .as(path + " " + List.of(headers))
                .isEqualTo(403);
    }
}
