package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.queue.WeightRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;

/** The console in a real browser: keys, focus, news, widths, names. */
class BrowserITCase {
    private static final String[] PAGES = {"/", "/alerts", "/keywords", "/weights", "/journal", "/status"};
    private static ChromeDriver browser;

    @TempDir
    Path folder;

    private RunningConsole console;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void quit() {
        browser.quit();
    }

    @BeforeEach
    void start() {
        console = RunningConsole.filled(folder);
        width(1280);
    }

    @AfterEach
    void stop() {
        browser.get("about:blank");
        console.close();
    }

    @Test
    void everythingIsDecidedByKeyboard() {
        browser.get(console.url());
        awaitCard("x:1001");

        press("j");
        awaitCard("bluesky:did:plc:inv/1002");
        press("k");
        awaitCard("x:1001");
        press("a");
        awaitCard("bluesky:did:plc:inv/1002");
        assertThat(console.newestEntry().act()).isEqualTo(Act.APPROVE);

        press("x");
        awaitTrue("return document.activeElement.matches('[data-reason]')");
        press("3");
        awaitCard("mastodon:1003");
        assertThat(console.newestEntry())
                .extracting(JournalEntry::act, JournalEntry::why)
                .containsExactly(Act.REJECT, "seen");

        press("u");
        awaitCard("bluesky:did:plc:inv/1002");
        assertThat(console.newestEntry())
                .extracting(JournalEntry::act, JournalEntry::why)
                .containsExactly(Act.UNDO, "reject");

        press("x");
        press(Keys.ENTER);
        awaitCard("mastodon:1003");
        assertThat(console.newestEntry())
                .extracting(JournalEntry::act, JournalEntry::why)
                .containsExactly(Act.REJECT, "off-topic");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void decisionIsNotLostWhileThePageDrawsItselfAgain() {
        browser.get(console.url());
        awaitCard("x:1001");
        run("addEventListener('htmx:xhr:abort', () => window.gaveWay = true);"
                + "htmx.ajax('GET', '/', {source: '#present', target: '#page'});"
                + "document.querySelector('#approve').click()");

        awaitCard("bluesky:did:plc:inv/1002");
        assertThat(console.newestEntry().act()).isEqualTo(Act.APPROVE);
        assertThat(isTrue("return window.gaveWay")).isTrue();
    }

    @Test
    void keysCanBeTurnedOffAndThatIsRemembered() {
        browser.get(console.url());
        awaitCard("x:1001");
        press("?");
        awaitTrue("return document.querySelector('#help').open");
        browser.findElement(By.id("keys-switch")).click();
        press(Keys.ESCAPE);
        press("a");
        browser.get(console.url());
        press("x");

        assertThat(isTrue("return document.querySelector('#reject').open")).isFalse();
        assertThat(console.database.journal().last()).isZero();
        run("localStorage.clear()");
    }

    @Test
    void typingIsNotAShortcut() {
        browser.get(console.url());
        press("x");
        browser.findElement(By.id("other")).sendKeys("a jaunty axe");
        browser.findElement(By.id("other")).sendKeys(Keys.ENTER);
        awaitCard("bluesky:did:plc:inv/1002");

        assertThat(console.database.journal().last()).isEqualTo(1);
        assertThat(console.newestEntry().act()).isEqualTo(Act.REJECT);
        assertThat(console.newestEntry().why()).isEqualTo("a jaunty axe");
    }

    @Test
    void focusAndAnnouncementFollowADecision() {
        browser.get(console.url());
        awaitCard("x:1001");
        press("a");
        awaitCard("bluesky:did:plc:inv/1002");

        awaitTrue("return document.activeElement.id === 'card'");
        assertThat(browser.findElement(By.cssSelector("#notice[aria-live=polite]"))
                        .getText())
                .contains("Approved @ana.birds.");
    }

    @Test
    void newsArriveWithoutReload() {
        browser.get(console.url());
        awaitCard("x:1001");
        run("window.sameDocument = true");
        awaitTrue("return document.querySelector('#live-text').textContent === 'live'");
        console.database.suggestions().delete(List.of("x:1110"), RunningConsole.NOW);
        awaitTrue("return document.querySelector('#count-open .n').textContent === '19'");
        assertThat(run("return document.querySelector('#count-open').title"))
                .isEqualTo("19 left today, 19 open in all");
        console.database.records().putWeights(List.of(new WeightRow("keyword", "dawn chorus", -4, 0.1, 9)));
        awaitTrue("return document.querySelector('.percent').textContent !== '94 %'");

        awaitCard("x:1001");
        assertThat(isTrue("return window.sameDocument")).isTrue();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void whatIsAlikeIsSeenAndOpenedFromTheCard() {
        browser.get(console.url() + "/?at=x:1110");
        WebElement alike = browser.findElement(By.cssSelector("#card details.alike"));
        alike.findElement(By.tagName("summary")).click();
        assertThat(alike.getText()).contains("2 more posts alike", "@walker12", "@walker13");

        alike.findElement(By.linkText("@walker13")).click();
        awaitCard("x:1123");
        press("a");
        awaitCard("x:1111");
        assertThat(browser.findElement(By.cssSelector(".next .alike summary")).getText())
                .isEqualTo("2 posts alike what you decided");
    }

    @Test
    void nothingOverflowsAtAnyWidth() {
        for (int width : new int[] {320, 390, 768, 1280}) {
            width(width);
            for (String page : PAGES) {
                browser.get(console.url() + page);
                assertThat(run("return document.documentElement.scrollWidth"))
                        .as("%s at %d px", page, width)
                        .isEqualTo((long) width);
            }
        }
        assertThat(complaints()).isEmpty();
    }

    @Test
    void everyControlHasANameAndEveryPageItsLandmarks() {
        String nameless =
                "return [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')]"
                        + ".filter(e => !(e.textContent.trim() || e.getAttribute('aria-label')"
                        + " || (e.labels && [...e.labels].some(l => l.textContent.trim())))).map(e => e.outerHTML)";
        String twice = "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                + "return ids.filter((id, i) => ids.indexOf(id) !== i)";
        for (String page : PAGES) {
            browser.get(console.url() + page);
            assertThat(list(nameless)).as("controls without a name on " + page).isEmpty();
            assertThat(list(twice)).as("ids used twice on " + page).isEmpty();
            assertThat(
                            run(
                                    "return [document.querySelectorAll('main').length, document.querySelectorAll('h1').length,"
                                            + " document.documentElement.lang, document.querySelectorAll('svg:not([aria-hidden]):not([role=img])').length].join()"))
                    .as(page)
                    .isEqualTo("1,1,en,0");
        }
    }

    @Test
    void textHasContrastInLightAndDark() {
        // WCAG 2.1's contrast ratio of each text with the nearest background that is painted behind it.
        String script =
                "const lum = c => { const f = v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };"
                        + "return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]); };"
                        + "const rgb = s => (s.match(/[\\d.]+/g) || []).map(Number);"
                        + "const back = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);"
                        + "if (c.length === 3 || c[3] > .5) return c; } return rgb(getComputedStyle(document.documentElement).backgroundColor); };"
                        + "return [...document.querySelectorAll('main *, header *, footer *')].filter(e => e.offsetParent &&"
                        + "[...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && !e.closest('.sr, kbd')).map(e => {"
                        + "const a = lum(rgb(getComputedStyle(e).color)), b = lum(back(e));"
                        + "return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.className + ' ' + e.textContent.trim().slice(0, 30)]; })"
                        + ".filter(r => r[0] < 4.5).map(r => r.join(' '))";
        for (String scheme : new String[] {"light", "dark"}) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            for (String page : PAGES) {
                browser.get(console.url() + page);
                assertThat(list(script)).as("%s, %s", page, scheme).isEmpty();
            }
        }
    }

    private static void width(int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    private static void press(CharSequence key) {
        new Actions(browser).sendKeys(key).perform();
    }

    private static @Nullable Object run(String script) {
        return browser.executeScript(script);
    }

    private static List<?> list(String script) {
        return (List<?>) Objects.requireNonNull(run(script));
    }

    private static boolean isTrue(String script) {
        return Boolean.TRUE.equals(run(script));
    }

    private static void awaitCard(String id) {
        eventually(() -> assertThat(run("return document.querySelector('#card')?.dataset.id"))
                .isEqualTo(id));
    }

    private static void awaitTrue(String script) {
        eventually(() -> assertThat(isTrue(script)).as(script).isTrue());
    }

    private static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }

    /** What the browser's own console complains of. */
    private static List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }
}
