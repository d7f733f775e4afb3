package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Login, a decision and logout in a real browser, which sends headers that no other client sends; also without scripts. */
class BrowserLoginITCase {
    private static final String ATTACKS = """
            <!doctype html><title>hostile</title>
            <form id="form" method="post" action="CONSOLE/approve"><input name="id" value="x:1001"></form>
            <img src="CONSOLE/api/queue"><script src="CONSOLE/assets/console.js"></script>
            <iframe src="CONSOLE/"></iframe><p id="read">nothing</p>
            <script>
            const read = what => document.getElementById('read').textContent = what;
            const form = new URLSearchParams({id: 'x:1001'});
            const tries = [];
            for (const mode of ['cors', 'no-cors'])
              for (const type of ['application/x-www-form-urlencoded', 'text/plain'])
                tries.push(fetch('CONSOLE/approve', {method: 'POST', mode, credentials: 'include',
                  headers: {'Content-Type': type}, body: form.toString()}).then(a => a.text()).then(t => t && read(t)));
            tries.push(fetch('CONSOLE/api/queue', {credentials: 'include'}).then(a => a.text()).then(t => read(t)));
            tries.push(new Promise(done => {
              const live = new EventSource('CONSOLE/live', {withCredentials: true});
              live.addEventListener('news', e => read(e.data));
              live.onerror = done;
            }));
            navigator.sendBeacon('CONSOLE/approve', form);
            Promise.allSettled(tries).then(() => setTimeout(() => document.title = 'done', 500));
            </script>
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reviewerLogsInDecidesAndLogsOut(boolean scripts) {
        ChromeDriver browser = Browser.open(scripts);
        try (RunningConsole console = new RunningConsole(folder, settings -> settings.withPassword("correct horse"))) {
            new InventedData(RunningConsole.NOW).fill(console.database);

            Browser.logIn(browser, console.url(), "wrong horse");
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(
                                    browser.findElement(By.id("login-problem")).getText())
                            .isEqualTo("That is not the password."));
            Browser.logIn(browser, console.url(), "correct horse");
            Browser.awaitTitle(browser, "Queue");

            browser.findElement(By.id("approve")).click();
            console.awaitJournal(1);
            browser.get(console.url());
            browser.findElement(By.cssSelector("form[action='/logout'] button")).click();
            await().untilAsserted(() -> assertThat(browser.getCurrentUrl()).endsWith("/login"));
            browser.get(console.url());
            await().untilAsserted(() -> assertThat(browser.getCurrentUrl()).endsWith("/login"));
        } finally {
            browser.quit();
        }
    }

    /** The cookie goes along to all ports of a host, so that this is the nearest that a hostile page comes. */
    @Test
    void pageOfAnotherPortDoesNothingForALoggedInReviewer() throws Exception {
        ChromeDriver browser = Browser.open(true);
        HttpServer hostile = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        try (RunningConsole console = new RunningConsole(folder, settings -> settings.withPassword("correct horse"))) {
            new InventedData(RunningConsole.NOW).fill(console.database);
            byte[] page = ATTACKS.replace("CONSOLE", console.url()).getBytes(StandardCharsets.UTF_8);
            hostile.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            hostile.start();
            Browser.logIn(browser, console.url(), "correct horse");
            Browser.awaitTitle(browser, "Queue");

            browser.get("http://127.0.0.1:" + hostile.getAddress().getPort() + "/");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(browser.getTitle()).isEqualTo("done"));

            assertThat(browser.findElement(By.id("read")).getText()).isEqualTo("nothing");
            browser.findElement(By.id("form")).submit();
            await().untilAsserted(() -> assertThat(browser.getCurrentUrl()).endsWith("/approve"));
            assertThat(browser.getPageSource()).contains("came from another site");
            assertThat(console.database.journal().last()).isZero();
            // The session itself is as it was.
            browser.get(console.url());
            Browser.awaitTitle(browser, "Queue");
        } finally {
            hostile.stop(0);
            browser.quit();
        }
    }
}
