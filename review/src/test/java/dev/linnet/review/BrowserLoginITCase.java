package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Login, a decision and logout in a real browser, which sends headers that no other client sends; also without scripts. */
class BrowserLoginITCase {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reviewerLogsInDecidesAndLogsOut(boolean scripts) {
        ChromeDriver browser = Browser.open(scripts);
        try (RunningConsole console = new RunningConsole(folder, settings -> settings.withPassword("correct horse"))) {
            new InventedData(RunningConsole.NOW).fill(console.database);

            Browser.logIn(browser, console.url(), "wrong horse");
            assertThat(browser.findElement(By.id("login-problem")).getText()).isEqualTo("That is not the password.");
            Browser.logIn(browser, console.url(), "correct horse");
            assertThat(browser.getTitle()).startsWith("Queue");

            browser.findElement(By.id("approve")).click();
            console.awaitJournal(1);
            browser.get(console.url());
            browser.findElement(By.cssSelector("form[action='/logout'] button")).click();
            await().untilAsserted(() -> assertThat(browser.getCurrentUrl()).endsWith("/login"));
            browser.get(console.url());
            assertThat(browser.getCurrentUrl()).endsWith("/login");
        } finally {
            browser.quit();
        }
    }
}
