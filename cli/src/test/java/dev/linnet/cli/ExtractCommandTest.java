package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
    private static final String PAGE = "<!doctype html><html lang=en><head><title>Box kites</title>"
            + "<meta property=article:published_time content=2026-03-04T05:06:07Z></head><body><nav>Home Menu</nav>"
            + "<article><h1>Box kites</h1><p>" + "A box kite flies in little wind, and a sled kite in none. ".repeat(8)
            + "</p></article><footer>Cookies</footer></body></html>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private String page;

    @BeforeEach
    void writePage() throws Exception {
        page = Files.writeString(folder.resolve("kites.html"), PAGE).toString();
    }

    @Test
    void articleComesWithoutWhatIsAroundIt() {
        CliRun run = CliRun.of("extract", page);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("A box kite flies")
                .doesNotContain("Menu")
                .doesNotContain("Cookies");
    }

    @Test
    void severalTextsToStdoutAreParted() {
        assertThat(CliRun.of("extract", page, page).out().split("\f\n")).hasSize(2);
    }

    @Test
    void jsonHasTitleDateAndLanguage() throws Exception {
        JsonNode node =
                new ObjectMapper().readTree(CliRun.of("extract", "--json", page).out());

        assertThat(node.path("id").asText()).isEqualTo(page);
        assertThat(node.path("title").asText()).isEqualTo("Box kites");
        assertThat(node.path("published").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(node.path("language").asText()).isEqualTo("en");
        assertThat(node.path("text").asText()).contains("sled kite");
    }

    @Test
    void eachPageGetsFileAndUnreadableOnesAreTold() {
        Path out = folder.resolve("texts");

        CliRun run = CliRun.of("extract", page, folder.resolve("none.html").toString(), "--out", out.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("none.html: there is no such file").contains("wrote 1 file to");
        assertThat(out.resolve("kites.txt")).content().contains("A box kite flies");
    }

    @Test
    void pageIsFetchedFromTheWebOnlyFromThisMachineIfAllowed() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/robots.txt", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/post/kites.html", exchange -> {
            byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/post/kites.html";

            CliRun refused = CliRun.of("extract", address);
            CliRun allowed = CliRun.of("extract", address, "--allow-loopback");

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("not public").contains("allow-loopback");
            assertThat(allowed.exitCode()).as(allowed.err()).isZero();
            assertThat(allowed.out()).contains("A box kite flies");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void outThatIsAFileExitsWithTwo() {
        CliRun run = CliRun.of("extract", page, "--out", page);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is a file; name a folder");
    }
}
