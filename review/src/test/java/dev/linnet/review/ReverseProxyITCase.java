package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.testkit.DocumentedQueries;
import dev.linnet.testkit.NginxServer;
import dev.linnet.testkit.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** The console behind a real nginx: with the configuration of docs/console.md, and with what people forget. */
class ReverseProxyITCase {
    private static final String NAME = "linnet.example.org";
    private static final UnaryOperator<ConsoleSettings> DOCUMENTED = settings -> settings.withPassword("correct horse")
            .withAllowedHosts(List.of(NAME))
            .withTrustedProxies(List.of("127.0.0.1"));

    @TempDir
    static Path keys;

    private static SelfSigned certificate;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = SelfSigned.make(keys, NAME);
    }

    @Test
    void defaultProxyBeforeConsoleWithoutPasswordIsRefused() {
        try (RunningConsole console = RunningConsole.filled(folder);
                NginxServer nginx = plain(console)) {
            for (String path : List.of("/", "/api/queue", "/live", "/healthz")) {
                RawHttp.Response answer = RawHttp.once(nginx.port(), RawHttp.get(path, "Connection: close"));
                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.body()).contains("HTTP/1.0", "console.password", "Behind a reverse proxy");
            }
            assertThat(RawHttp.once(nginx.port(), RawHttp.post("/approve", "id=x:1001", "Connection: close"))
                            .status())
                    .isEqualTo(403);
            assertThat(console.database.journal().last()).isZero();
            assertThat(console.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void defaultProxyBeforeConsoleWithPasswordOpensTheLoginAlone() {
        try (RunningConsole console = new RunningConsole(folder, settings -> settings.withPassword("correct horse"));
                NginxServer nginx = plain(console)) {
            RawHttp.Response login = RawHttp.once(nginx.port(), RawHttp.get("/login", "Connection: close"));
            assertThat(login.status()).isEqualTo(200);
            assertThat(login.body()).contains("<h1>Log in</h1>");
            assertThat(login.header("strict-transport-security")).isNull();
            assertThat(RawHttp.once(nginx.port(), RawHttp.get("/", "Connection: close"))
                            .status())
                    .isEqualTo(303);
            assertThat(RawHttp.once(nginx.port(), RawHttp.get("/api/queue", "Connection: close"))
                            .status())
                    .isEqualTo(401);
            assertThat(RawHttp.once(nginx.port(), RawHttp.post("/approve", "id=x:1001", "Connection: close"))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void documentedConfigurationWorks() throws Exception {
        try (RunningConsole console = new RunningConsole(folder, DOCUMENTED);
                NginxServer nginx = documented(console, "")) {
            new InventedData(RunningConsole.NOW).fill(console.database);
            String cookie = logIn(nginx);

            try (RawHttp live = tls(nginx)) {
                live.send(RawHttp.get("/live", "Host: " + NAME, cookie, "Accept: text/event-stream"));
                assertThat(live.readHead().status()).isEqualTo(200);
                assertThat(live.lineWith("data: ")).contains("\"open\"");

                RawHttp.Response decision = once(
                        nginx,
                        RawHttp.post("/approve", "id=x:1001", "Host: " + NAME, "Origin: https://" + NAME, cookie));
                assertThat(decision.status()).isEqualTo(303);
                assertThat(console.database.journal().last()).isEqualTo(1);
                assertThat(live.lineWith("data: ")).as("the decision's news").contains("\"open\"");
            }
            RawHttp.Response page = once(nginx, RawHttp.get("/", "Host: " + NAME, cookie));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("strict-transport-security")).isEqualTo("max-age=31536000");
            assertThat(once(
                                    nginx,
                                    RawHttp.post(
                                            "/approve", "id=x:1001", "Host: " + NAME, "Origin: http://" + NAME, cookie))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void browserLogsInAndDecidesThroughTheProxy() throws Exception {
        ChromeDriver browser = Browser.open(true, "--host-resolver-rules=MAP " + NAME + " 127.0.0.1");
        try (RunningConsole console = new RunningConsole(folder, DOCUMENTED);
                NginxServer nginx = documented(console, "")) {
            new InventedData(RunningConsole.NOW).fill(console.database);
            Browser.logIn(browser, "https://" + NAME + ":" + nginx.port() + "/", "correct horse");
            Browser.awaitTitle(browser, "Queue");

            browser.findElement(By.id("approve")).click();
            console.awaitJournal(1);
        } finally {
            browser.quit();
        }
    }

    @Test
    void otherNameThanAllowedIsForbidden() throws Exception {
        try (RunningConsole console = new RunningConsole(
                        folder,
                        settings ->
                                settings.withPassword("correct horse").withAllowedHosts(List.of("other.example.org")));
                NginxServer nginx = documented(console, "")) {
            for (String path : List.of("/", "/login", "/healthz")) {
                RawHttp.Response answer = once(nginx, RawHttp.get(path, "Host: " + NAME));
                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.body()).contains("console.allowed-hosts");
            }
        }
    }

    @Test
    void wrongPasswordsAreCountedByClientAndForgedHeadersGainNothing() throws Exception {
        // nginx takes the test's word for which address it is connected from.
        String clients = "set_real_ip_from 127.0.0.1; real_ip_header X-Test-Client;";
        try (RunningConsole console = new RunningConsole(folder, DOCUMENTED);
                NginxServer nginx = documented(console, clients)) {
            Map<Integer, Integer> answers = new TreeMap<>();
            for (int i = 0; i < 30; i++) {
                String forged = "X-Forwarded-For: 192.0.2." + i;
                answers.merge(guess(nginx, "X-Test-Client: 203.0.113.9", forged), 1, Integer::sum);
            }
            assertThat(answers).isEqualTo(Map.of(401, 10, 429, 20));

            assertThat(guess(nginx, "X-Test-Client: 198.51.100.1")).isEqualTo(401);
            // The owner logs in meanwhile, by the proxy and on the machine itself.
            assertThat(logIn(nginx)).startsWith("Cookie: ");
            assertThat(console.post("/login", Map.of("password", "correct horse"))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void headersOfUntrustedProxiesAreIgnored() throws Exception {
        try (RunningConsole console = new RunningConsole(
                        folder, settings -> DOCUMENTED.apply(settings).withTrustedProxies(List.of("192.0.2.0/24")));
                NginxServer nginx = documented(console, "")) {
            RawHttp.Response page = once(nginx, RawHttp.get("/login", "Host: " + NAME));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("strict-transport-security")).isNull();
            Map<Integer, Integer> answers = new TreeMap<>();
            for (int i = 0; i < 15; i++) {
                answers.merge(
                        RawHttp.once(
                                        console.port(),
                                        RawHttp.post("/login", "password=guess", "X-Forwarded-For: 198.51.100." + i))
                                .status(),
                        1,
                        Integer::sum);
            }
            assertThat(answers).isEqualTo(Map.of(401, 10, 429, 5));
        }
    }

    @Test
    void documentedProxyBeforeConsoleWithoutPasswordIsRefused() throws Exception {
        try (RunningConsole console = RunningConsole.filled(folder);
                NginxServer nginx = documented(console, "")) {
            RawHttp.Response answer = once(nginx, RawHttp.get("/", "Host: " + NAME));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("X-Forwarded-", "console.password");
            // Not even by a name of this machine.
            assertThat(once(nginx, RawHttp.get("/", "Host: localhost")).status())
                    .isEqualTo(403);
        }
    }

    private static NginxServer plain(RunningConsole console) {
        return NginxServer.start(port -> "server { listen 127.0.0.1:" + port
                + "; location / { proxy_pass http://127.0.0.1:" + console.port() + "; } }");
    }

    /** The block of docs/console.md, with the test's ports and certificate in it. */
    private static NginxServer documented(RunningConsole console, String more) {
        List<String> blocks = DocumentedQueries.in(Repository.file("docs/console.md"), "nginx");
        assertThat(blocks).hasSize(1);
        return NginxServer.start(port -> {
            String block = blocks.get(0);
            for (Map.Entry<String, String> place : Map.of(
                            "listen 443 ssl;",
                            "listen 127.0.0.1:" + port + " ssl; " + more,
                            "/etc/ssl/linnet.crt",
                            certificate.chain().toString(),
                            "/etc/ssl/linnet.key",
                            certificate.key().toString(),
                            "http://127.0.0.1:8090",
                            "http://127.0.0.1:" + console.port())
                    .entrySet()) {
                assertThat(block).contains(place.getKey());
                block = block.replace(place.getKey(), place.getValue());
            }
            return block;
        });
    }

    private static String logIn(NginxServer nginx) throws IOException {
        RawHttp.Response answer = once(
                nginx, RawHttp.post("/login", "password=correct+horse", "Host: " + NAME, "Origin: https://" + NAME));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("strict-transport-security")).isEqualTo("max-age=31536000");
        assertThat(answer.header("set-cookie")).contains("; Secure", "; HttpOnly", "; SameSite=Strict");
        return answer.cookie();
    }

    private static int guess(NginxServer nginx, String... headers) throws IOException {
        String[] all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 1, headers.length);
        all[0] = "Host: " + NAME;
        return once(nginx, RawHttp.post("/login", "password=guess", all)).status();
    }

    private static RawHttp.Response once(NginxServer nginx, String request) throws IOException {
        try (RawHttp http = tls(nginx)) {
            http.send(request);
            return http.read();
        }
    }

    private static RawHttp tls(NginxServer nginx) throws IOException {
        SSLSocket socket = (SSLSocket) certificate.client().getSocketFactory().createSocket("127.0.0.1", nginx.port());
        socket.startHandshake();
        return new RawHttp(socket);
    }
}
