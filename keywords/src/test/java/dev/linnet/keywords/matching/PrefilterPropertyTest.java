package dev.linnet.keywords.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The prefilter never misses what the matcher matches, however the text is written and encoded. */
class PrefilterPropertyTest {
    private static final List<String> KEYWORDS = List.of(
            "java",
            "caf\u00e9",
            "machine learning",
            "open source software",
            "story",
            "hackers",
            "c++",
            ".net",
            "node.js",
            "at&t",
            "e-commerce",
            "o'reilly",
            "web 2.0",
            "stra\u00dfe",
            "\u6a5f\u68b0\u5b66\u7fd2",
            "\u30ac\u30b9",
            "\ucd95\uad6c",
            "\ud83d\ude80 launch",
            "\u043c\u043e\u0441\u043a\u0432\u0430",
            "amp it up",
            "quot",
            "\u00bd pint",
            "\ud801\udc28\ud801\udc29");
    private static final List<String> GLUE = List.of(
            " ",
            " ",
            " ",
            " ",
            "\n",
            "-",
            "_",
            "",
            "#",
            "@",
            ". ",
            "/",
            "\"",
            "\\",
            "&",
            "&amp;",
            "&#39;",
            "<",
            "\ud83d\ude02",
            "\ud83c\udffd",
            "\u200d",
            "\u00ad",
            "\u2019",
            "x",
            "7",
            "\u0301",
            "\u3099",
            "\ufe0f",
            "\u2026",
            "\ud800",
            "\u00a0",
            "\t",
            "\u200b",
            "\u00e6",
            "\u0000",
            "  ",
            " -");
    private static final List<Vocabulary> VOCABULARIES = KEYWORDS.stream()
            .map(text -> new Vocabulary(0, List.of(Keyword.of(text, 1)), Set.of("alice_1", "did:plc:abc123"), Set.of()))
            .toList();
    private static final List<KeywordMatcher> MATCHERS =
            VOCABULARIES.stream().map(KeywordMatcher::of).toList();
    private static final List<Prefilter> PREFILTERS =
            VOCABULARIES.stream().map(Prefilter::of).toList();
    private static final List<PhraseIndex> INDEXES = KEYWORDS.stream()
            .map(keyword -> PhraseIndex.of(List.of(List.of(keyword))))
            .toList();

    @Property(tries = 20_000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void prefilterNeverMissesWhatTheMatcherMatches(@ForAll Random random, @ForAll("shapes") String shape) {
        int keyword = random.nextInt(KEYWORDS.size());
        String text = text(KEYWORDS.get(keyword), random);
        boolean matches = !MATCHERS.get(keyword).match(text).isEmpty();
        Statistics.collect(matches);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
        if (matches) {
            String json = shape.replace("%", encode(text, random));
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            Prefilter prefilter = PREFILTERS.get(keyword);
            assertThat(prefilter.mayMatch(bytes, 0, bytes.length)).as(json).isTrue();
            assertThat(prefilter.nextCandidate(bytes, 0, bytes.length)).isNotNegative();
        }
    }

    @Property(tries = 20_000)
    void quickLookNeverMissesWhatTheExactSearchFinds(@ForAll Random random) {
        int keyword = random.nextInt(KEYWORDS.size());
        String text = text(KEYWORDS.get(keyword), random);
        PhraseIndex index = INDEXES.get(keyword);
        if (!PhraseFinder.find(index, text).isEmpty()) {
            assertThat(CharScan.mayMatch(index, text)).as(text).isTrue();
        }
    }

    @Property(tries = 2_000)
    void postOfTrustedAuthorAlwaysPasses(@ForAll Random random, @ForAll("authorShapes") String shape) {
        String handle = shape.contains("did") ? "did:plc:abc123" : "alice_1";
        String json = shape.replace("%", encode(randomCase(handle, random), random));
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(PREFILTERS.get(0).mayMatch(bytes, 0, bytes.length)).as(json).isTrue();
    }

    @Property(tries = 5_000)
    void bytesThatAreNoRecordDoNoHarm(@ForAll byte[] noise, @ForAll("shapes") String shape, @ForAll Random random) {
        byte[] bytes = (shape + new String(noise, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(bytes.length - from + 1);
        int at = PREFILTERS.get(0).nextCandidate(bytes, from, to);
        assertThat(at).isBetween(-1, to);
    }

    @Provide
    Arbitrary<String> shapes() {
        return Arbitraries.of(
                "{\"text\":\"%\"}",
                "{\"id\":1,\"text\" : \"%\",\"source\":\"\"}",
                "{\"text\":\"RT\",\"retweeted_status\":{\"extended_tweet\":{\"full_text\":\"%\"}}}",
                "{\"data\":{\"id\":\"1\",\"text\":\"%\"},\"includes\":{\"users\":[{\"username\":\"bob\"}]}}",
                "{\"did\":\"did:plc:x\",\"commit\":{\"record\":{\"$type\":\"app.bsky.feed.post\",\"text\":\n\"%\"}}}",
                "{\"did\":\"did:plc:x\",\"commit\":{\"record\":{\"text\":\"\",\"tags\":[\"x\", \"%\"]}}}",
                "{\"id\":\"1\",\"content\":\"<p></p>\",\"tags\":[{\"url\":\"x\",\"name\" : \"%\"}]}",
                "{\"data\":{\"text\":\"\",\"entities\":{\"hashtags\":[{\"start\":0,\"end\":1,\"tag\":\"%\"}]}}}");
    }

    @Provide
    Arbitrary<String> authorShapes() {
        return Arbitraries.of(
                "{\"text\":\"x\",\"user\":{\"id\":1,\"screen_name\":\"%\"}}",
                "{\"retweeted_status\":{\"user\":{\"screen_name\": \"%\"}}}",
                "{\"data\":{\"text\":\"x\"},\"includes\":{\"users\":[{\"id\":\"1\",\"username\" :\"%\"}]}}",
                "{\"did\":\"%\",\"time_us\":1}",
                "{\"a\":1,\"did\" : \"%\"}");
    }

    /** A few pieces, most of them made of the keyword, some of what may stand within or between words. */
    private static String text(String keyword, Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            text.append(random.nextInt(3) == 0 ? written(spelling(keyword, random), random) : pick(GLUE, random));
        }
        return text.toString();
    }

    private static String spelling(String keyword, Random random) {
        String spelling = switch (random.nextInt(8)) {
            case 0 -> keyword + "s";
            case 1 -> keyword.replaceAll("y$", "ies");
            case 2 -> keyword.replaceAll("s$", "");
            case 3 -> "#" + keyword.replaceAll("[ .'-]", "");
            case 4 -> "@" + keyword.replace(' ', '_');
            case 5 -> "#My" + camel(keyword) + "Now24";
            default -> keyword;
        };
        int at = random.nextInt(spelling.length() + 1);
        boolean split =
                random.nextInt(3) == 0 && !(at < spelling.length() && Character.isLowSurrogate(spelling.charAt(at)));
        spelling = split ? spelling.substring(0, at) + pick(GLUE, random) + spelling.substring(at) : spelling;
        return random.nextInt(4) == 0 ? spelling.replace(" ", pick(GLUE, random)) : spelling;
    }

    private static String written(String spelling, Random random) {
        String cased = randomCase(spelling, random);
        return switch (random.nextInt(6)) {
            case 0 -> Normalizer.normalize(cased, Normalizer.Form.NFD);
            case 1 -> wide(cased);
            case 2 -> cased + " ";
            default -> cased;
        };
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encode(String text, Random random) {
        int escapes = random.nextInt(3);
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean loneHalf = Character.isSurrogate(c)
                    && !(i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1)))
                    && !(i > 0 && Character.isSurrogatePair(text.charAt(i - 1), c));
            boolean pair = Character.isSurrogate(c) && !loneHalf;
            boolean must = c < 0x20 || c == '"' || c == '\\' || loneHalf;
            if (!must && escapes == 1 && c == '/') {
                json.append("\\/");
            } else if (must && escapes < 2 && c == '\n') {
                json.append("\\n");
            } else if (must && escapes < 2 && (c == '"' || c == '\\')) {
                json.append('\\').append(c);
            } else if (must || escapes == 2 || (escapes == 1 && c >= 0x80) || (!pair && random.nextInt(12) == 0)) {
                String hex = String.format(Locale.ROOT, "%04x", (int) c);
                json.append("\\u").append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    private static String randomCase(String text, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> camel(text);
            default -> text;
        };
    }

    private static String camel(String text) {
        StringBuilder camel = new StringBuilder();
        boolean first = true;
        for (char c : text.toCharArray()) {
            camel.append(first ? Character.toUpperCase(c) : c);
            first = !Character.isLetter(c);
        }
        return text.startsWith("#") || !text.contains(" ")
                ? camel.toString()
                : camel.toString().replace(" ", "");
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        for (char c : text.toCharArray()) {
            wide.append(c > 0x20 && c < 0x7f ? (char) (c + 0xfee0) : c);
        }
        return wide.toString();
    }
}
