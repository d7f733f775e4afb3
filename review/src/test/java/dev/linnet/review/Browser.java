package dev.linnet.review;

import dev.linnet.testkit.Chromium;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Opens a real browser for a test. */
final class Browser {
    private static final int OFF = 2;

    private Browser() {}

    /** With its settings as they are. */
    static ChromeDriver open() {
        return open(new ChromeOptions());
    }

    /** With flags of its own, and with or without scripts; it accepts self-signed certificates. */
    static ChromeDriver open(boolean scripts, String... flags) {
        ChromeOptions options = new ChromeOptions();
        options.addArguments(List.of(flags));
        options.setAcceptInsecureCerts(true);
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", OFF));
        }
        return open(options);
    }

    private static ChromeDriver open(ChromeOptions options) {
        Chromium chromium = Chromium.find();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setBinary(chromium.browser().toFile());
        options.addArguments(chromium.flags());
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .withEnvironment(chromium.environment())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    /** Logs in with the form, at the console's address. */
    static void logIn(ChromeDriver browser, String url, String password) {
        browser.get(url);
        browser.findElement(By.name("password")).sendKeys(password);
        browser.findElement(By.cssSelector("form[action='/login'] button")).click();
    }

    /** Waits until the page with this title is there: a click does not wait for the page that it leads to. */
    static void awaitTitle(ChromeDriver browser, String title) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> browser.getTitle().startsWith(title));
    }
}
