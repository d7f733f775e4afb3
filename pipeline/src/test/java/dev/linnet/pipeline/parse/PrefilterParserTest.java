package dev.linnet.pipeline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.matching.Prefilter;
import dev.linnet.pipeline.post.Post;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The prefilter reads the HTML of Mastodon as the parser does: it lets through whatever the parsed text matches. */
class PrefilterParserTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KEYWORDS =
            List.of("fern wall", "caf\u00e9", "r&b", "c++", "amp", "o'dell", "\u6a5f\u68b0");
    private static final List<String> PIECES = List.of(
            " ",
            "<p>",
            "</p>",
            "<P>",
            "</P>",
            "<br>",
            "<br/>",
            "<BR />",
            "</li>",
            "<span class=\"x\">",
            "</span>",
            "<b",
            "<",
            ">",
            "&amp;",
            "&lt;",
            "&gt;",
            "&quot;",
            "&#39;",
            "&#x27;",
            "&#X26;",
            "&#38;",
            "&nbsp;",
            "&hellip;",
            "&rsquo;",
            "&eacute;",
            "&#233;",
            "&#xE9;",
            "&#0;",
            "&#55296;",
            "&#99999999;",
            "&",
            ";",
            "#",
            "-",
            "\u00ad",
            "&shy;",
            "&amp;amp;",
            "<a href=\"https://x.example/?a=1&amp;b=2\" class=\"mention\">",
            "</a>",
            "\ud83d\ude02",
            "<!-- fern wall -->");

    @Property(tries = 20_000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void whateverTheParsedTextMatchesPasses(@ForAll Random random) throws JsonProcessingException {
        String keyword = KEYWORDS.get(random.nextInt(KEYWORDS.size()));
        Vocabulary vocabulary = Vocabulary.of(List.of(Keyword.of(keyword, 1)));
        byte[] record = JSON.writeValueAsBytes(Map.of(
                "id",
                "115950000000000001",
                "created_at",
                "2026-03-01T09:00:00Z",
                "account",
                Map.of("acct", "robin"),
                "content",
                html(keyword, random)));

        Post post = new RecordParser()
                .parse(record, 0, record.length)
                .requireEvent()
                .requirePost();
        boolean matches = !KeywordMatcher.of(vocabulary).match(post.text()).isEmpty();

        Statistics.collect(matches);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
        if (matches) {
            assertThat(Prefilter.of(vocabulary).mayMatch(record, 0, record.length))
                    .as(new String(record, StandardCharsets.UTF_8))
                    .isTrue();
        }
    }

    /** The keyword with pieces of HTML before, after and now and then within it, some of its letters as entities. */
    private static String html(String keyword, Random random) {
        StringBuilder html = new StringBuilder();
        pieces(html, random, 3);
        keyword.codePoints().forEach(letter -> {
            int way = random.nextInt(20);
            switch (way) {
                case 0 -> html.append("&#").append(letter).append(';');
                case 1 -> html.append("&#x").append(Integer.toHexString(letter)).append(';');
                case 2 -> pieces(html.appendCodePoint(letter), random, 1);
                default -> html.append(letter == '&' ? "&amp;" : Character.toString(letter));
            }
        });
        pieces(html, random, 3);
        return html.toString();
    }

    private static void pieces(StringBuilder html, Random random, int most) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            html.append(PIECES.get(random.nextInt(PIECES.size())));
        }
    }
}
