package dev.linnet.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real browser with its driver, for tests of pages.
 *
 * @param browser the browser's file
 * @param driver the file of {@code chromedriver}
 * @param environment variables that the driver must be started with (it hands them on to the browser)
 */
public record Chromium(Path browser, Path driver, Map<String, String> environment) {
    /** The installed browser, or Debian's, unpacked. */
    public static Chromium find() {
        Program browser = DebianPackages.program("chromium", "chromium", "chromium-common", "chromium-driver");
        Program driver = DebianPackages.program("chromedriver", "chromium", "chromium-common", "chromium-driver");
        return new Chromium(browser.path(), driver.path(), driver.environment());
    }

    /** The flags for a run without a screen, also as root and in a container with a small {@code /dev/shm}. */
    public List<String> flags() {
        return List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--hide-scrollbars");
    }
}
