package dev.linnet.keywords.mining.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageMetadataTest {
    private static PageMetadata of(String html) {
        return PageMetadata.of(Jsoup.parse(html, "https://www.plot-and-spade.example/2026/seeds"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Seeds in March | Plot and Spade</title><meta property=og:site_name content='Plot and Spade'>",
                "<title>Plot and Spade – Seeds in March</title><meta property=og:site_name content='Plot and Spade'>",
                "<title>Seeds in March - plot-and-spade.example</title>",
                "<title>Seeds in March » Whatever it is called</title><body><h1>Seeds in March</h1>",
                "<title>Whatever</title><meta property=og:title content='Seeds in March'>",
                "<meta name=twitter:title content='Seeds in March'>",
                "<body><main><h1>Seeds in March</h1></main><h1>Plot and Spade</h1>",
            })
    void titleIsTheArticlesWithoutTheSitesName(String html) {
        assertThat(of(html).title()).isEqualTo("Seeds in March");
    }

    @Test
    void dashInsideATitleStays() {
        assertThat(of("<title>Sow now - harvest in June | Plot and Spade</title>"
                                + "<meta property=og:site_name content='Plot and Spade'>")
                        .title())
                .isEqualTo("Sow now - harvest in June");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property=article:published_time content='2026-03-05T00:00:00+00:00'>",
                "<meta name=dc.date.created content=2026-03-05>",
                "<meta name=parsely-pub-date content='2026-03-05T00:00:00Z'>",
                "<meta name=date content=20260305>",
                "<body><span itemprop=datePublished content=2026-03-05>lately</span>",
                "<body><time datetime='2026-03-05'>yesterday</time>",
                "<body><time>March 5th, 2026</time>",
                "<body><span class=post-date>Published on 5 March 2026</span>",
                "<body><span class=date>5. März 2026</span>",
                "<body><span class=date>5 de marzo de 2026</span>",
                "<body><span class=date>5 marca 2026</span>",
                "<body><span class=date>05.03.2026</span>",
                "<body><span class=date>2026年3月5日</span>",
                "<script type=application/ld+json>{\"headline\":\"x\",\"datePublished\":\"2026-03-05\"}</script>",
            })
    void dateIsReadInManyForms(String html) {
        assertThat(of(html).published()).isEqualTo(Instant.parse("2026-03-05T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "'March 5, 2026 2:05 PM', 2026-03-05T14:05:00Z",
        "'Mar. 5, 2026 at 12:30 a.m.', 2026-03-05T00:30:00Z",
        "'Stand: 05.03.2026, 14:05 Uhr', 2026-03-05T14:05:00Z",
        "2026-03-05T14:05:00.123+0000, 2026-03-05T14:05:00.123Z",
        "2026/03/05, 2026-03-05T00:00:00Z",
    })
    void timeOfDayIsReadToo(String text, String moment) {
        assertThat(Dates.parse(text)).isEqualTo(Instant.parse(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "03/05/2026",
                "31 February 2026",
                "5 Marchember 2026",
                "99.99.2026",
                "12 years in 2026"
            })
    void whatIsNoDateOrMayBeTwoIsNotRead(String text) {
        assertThat(Dates.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta name=author content='Ines Roe'>",
                "<meta name=dc.creator content='Ines Roe'>",
                "<body><a rel=author href=/ines>Ines Roe</a>",
                "<body><span class=byline>By Ines Roe</span>",
                "<body><div itemprop=author><span itemprop=name>Ines Roe</span></div>",
                "<script type=application/ld+json>{\"headline\":\"x\",\"author\":\"Ines Roe\"}</script>",
                "<script type=application/ld+json>[{\"headline\":\"x\",\"author\":[{\"name\":\"Ines Roe\"}]}]</script>",
            })
    void authorIsReadInManyForms(String html) {
        assertThat(of(html).author()).isEqualTo("Ines Roe");
    }

    @Test
    void severalAuthorsAreNamed() {
        assertThat(
                        of("<script type=application/ld+json>{\"headline\":\"x\",\"author\":[{\"name\":\"Ines\"},{\"name\":\"Noor\"}]}"
                                        + "</script>")
                                .author())
                .isEqualTo("Ines, Noor");
    }

    @Test
    void brokenJsonLdLeavesTheRestReadable() {
        assertThat(of("<script type=application/ld+json>{\"headline\":</script><meta name=author content=Ines>")
                        .author())
                .isEqualTo("Ines");
    }

    @Test
    void languageAndTagsAreRead() {
        PageMetadata page = of("<html lang=de-AT><meta name=keywords content='a, b'><body><a rel=tag>Samen</a>");

        assertThat(page.language()).isEqualTo("de-AT");
        assertThat(page.tags()).containsExactly("Samen");
        assertThat(of("<meta http-equiv=content-language content=fr>").language())
                .isEqualTo("fr");
        assertThat(of("<meta name=keywords content='a, b'>").tags()).containsExactly("a", "b");
    }
}
