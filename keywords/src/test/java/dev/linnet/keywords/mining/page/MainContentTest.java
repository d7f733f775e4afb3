package dev.linnet.keywords.mining.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.linnet.keywords.mining.Article;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MainContentTest {
    private static final String BODY = "<p>"
            + "The kettle sang while we sorted the seed packets, and nobody spoke of the frost. ".repeat(4) + "</p>"
            + "<p>" + "By noon the window was clear, and a robin had claimed the handle of the spade. ".repeat(4)
            + "</p>";

    @Test
    void articleIsFoundWithoutWhatIsAroundIt() {
        Article article = MainContent.extract(
                "<html lang=en-GB><head><title>Seeds | Plot</title><meta property=og:title content='Seeds'>"
                        + "<meta name=author content='Ines'><meta property='article:published_time' content='2026-02-03T04:05:06Z'>"
                        + "<meta property='article:tag' content='seeds'></head><body><nav><a href=/>Menu item</a></nav>"
                        + "<div class=cookie-consent>We use cookies, do you mind?</div><article><h1>Seeds</h1>" + BODY
                        + "<div class='share-buttons'>Share this with friends</div></article>"
                        + "<div class=comments><p>First comment, how lovely this is.</p></div><footer>All rights reserved</footer></body></html>",
                "https://plot.example/seeds");

        assertThat(article.title()).isEqualTo("Seeds");
        assertThat(article.author()).isEqualTo("Ines");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.tags()).containsExactly("seeds");
        assertThat(article.text()).contains("kettle", "robin").contains("\n\n");
        assertThat(article.text()).doesNotContain("Menu", "cookies", "Share", "comment", "rights");
    }

    @Test
    void jsonLdIsRead() {
        Article article = MainContent.extract(
                "<html><head><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},{\"headline\":\"From data\","
                        + "\"datePublished\":\"2026-02-03\",\"author\":[{\"name\":\"Ines\"}]}]}</script></head><body>"
                        + BODY + "</body></html>",
                "a.html");

        assertThat(article.title()).isEqualTo("From data");
        assertThat(article.author()).isEqualTo("Ines");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
    }

    @Test
    void largeBlockIsKeptWhateverItIsCalled() {
        assertThat(MainContent.extract("<body><div class='widget'>" + BODY + "</div></body>", "a.html")
                        .text())
                .contains("kettle", "robin");
    }

    @Test
    void tornPagesAreNoError() {
        for (String torn :
                new String[] {"", "<", "<html><body><p>", "\u0000", "<script>x</script>", "<p>a".repeat(2_000)}) {
            assertThat(MainContent.extract(torn, "http://[bad/ address").id()).isEqualTo("http://[bad/ address");
        }
    }

    @Test
    void deepNestingIsNoError() {
        assertThat(MainContent.extract("<div>".repeat(20_000) + "deep words", "a.html")
                        .text())
                .contains("deep words");
    }

    @Test
    void articleGivenToMachinesAloneIsTaken() {
        String body =
                "The kettle sang while we sorted the seed packets. ".repeat(8).strip();
        Article article = MainContent.extract(
                "<script type='application/ld+json'>{\"headline\":\"Seeds\",\"articleBody\":\"" + body
                        + "\"}</script><body><nav><a href=/>Menu</a></nav><div id=app></div></body>",
                "a.html");

        assertThat(article.text()).isEqualTo(body);
    }

    @Test
    void sameParagraphIsNotTakenTwice() {
        String text = MainContent.extract("<article>" + BODY + "</article><article>" + BODY + "</article>", "a.html")
                .text();

        assertThat(text.split("robin", -1)).hasSize(5);
    }

    @Test
    void largePagesTakeTimeInProportion() {
        String page = "<body>" + ("<div class=item>" + BODY + "</div>").repeat(7_000) + "</body>";
        assertThat(page.length()).isGreaterThan(4_500_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MainContent.extract(page, "a.html"));
    }

    @Test
    void pagesOfCountlessScrapsTakeTimeInProportion() {
        for (String scrap :
                new String[] {"<p>a", "<div>", "<b><i>", "<a href=x>b</a><br><br>", "<li><a href=x>b</a> c"}) {
            String page = scrap.repeat(400_000 / scrap.length());

            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MainContent.extract(page, "a.html"), scrap);
        }
    }
}
