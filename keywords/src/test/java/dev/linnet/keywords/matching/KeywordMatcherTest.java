package dev.linnet.keywords.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordMatcherTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "java | I like JAVA a lot",
                "java | java",
                "java | (Java)",
                "cafe | Le Caf\u00e9!",
                "cafe | a cafe\u0301 here",
                "caf\u00e9 | the CAFE is open",
                "\u0142\u00f3d\u017a | to Lodz",
                "stra\u00dfe | STRASSE",
                "java | \uff2a\uff21\uff36\uff21 wide",
                "bold | \ud835\udc01\ud835\udc28\ud835\udc25\ud835\udc1d!",
                "story | three stories",
                "stories | one story",
                "neural network | neural networks are",
                "bus | the buses",
                "emissions | an emission",
                "law | the laws",
                "machine learning | Machine   Learning",
                "machine learning | machine-learning",
                "machine learning | machine_learning",
                "machine learning | #machinelearning",
                "machine learning | #MachineLearning",
                "machine learning | #MachineLearningRocks",
                "machine learning | #machine_learning",
                "machine learning | we do #ILoveMachineLearning2024 now",
                "world cup | #worldcup2018",
                "neural network | #NeuralNetworks",
                "nasa | @NASA said",
                "taylor swift | @taylorswift13",
                "taylor swift | @taylor_swift",
                "C++ | I write C++.",
                "C++ | C++11",
                ".NET | on .NET today",
                "node.js | Node.js rocks",
                "node.js | nodejs rocks",
                "node.js | #NodeJS",
                "C# | C# is sharp",
                "AT&T | at&t and friends",
                "R&D | R & D",
                "e-commerce | ecommerce",
                "e-commerce | E commerce",
                "don't panic | Don\u2019t panic",
                "web 2.0 | Web 2.0!",
                "covid-19 | COVID19",
                "\u6a5f\u68b0\u5b66\u7fd2 | \u79c1\u306f\u6a5f\u68b0\u5b66\u7fd2\u304c\u597d\u304d",
                "\u30ac\u30b9 | \uff76\uff9e\uff7d\u3067\u3059",
                "\ucd95\uad6c | \ucd95\uad6c\ub97c",
                "\ucd95\uad6c | \u110e\u116e\u11a8\u1100\u116e\u1105\u1173\u11af",
                "\ud83d\ude80 launch | the \ud83d\ude80 launch",
                "AI\u7814\u7a76 | AI \u7814\u7a76",
                "\u043c\u043e\u0441\u043a\u0432\u0430 | \u041c\u041e\u0421\u041a\u0412\u0410",
                "us | #AboutUs",
                "fi\u00e8vre | \ufb01\u00e8vre",
            })
    void findsKeyword(String keyword, String text) {
        assertThat(found(keyword, text)).containsExactly(keyword);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "java | JavaScript",
                "java | #JavaScript is one of my keywords too",
                "art | start",
                "machine learning | machine. Learning",
                "machine learning | machinelearning",
                "machine learning | machine deep learning",
                "machine learning | learning machine",
                "the rapist | therapist",
                "C++ | C is old",
                "C++ | #c",
                ".NET | www.example.net",
                ".NET | the net",
                "node.js | node, js",
                "news | a new thing",
                "R&D | rd",
                "java | ...",
                "java | \ud83d\ude80\ud83d\ude80",
                "\ucd95\uad6c | \ucd95\uc81c",
                "\u6a5f\u68b0 | \u6a5f \u4f1a",
            })
    void passesOverOtherWords(String keyword, String text) {
        assertThat(KeywordMatcher.of(vocabulary(keyword, "javascript")).match(text))
                .noneMatch(match -> match.keyword().text().equals(keyword));
    }

    @Test
    void tellsWhereItMatched() {
        String text = "caf\ufb01e: the \uff2dachine\u00a0Learning #C++ cafe\u0301s";
        List<String> places = new ArrayList<>();
        for (KeywordMatch match :
                KeywordMatcher.of(vocabulary("machine learning", "cafe", "c++")).match(text)) {
            places.add(text.substring(match.start(), match.end()));
        }
        assertThat(places).containsExactly("\uff2dachine\u00a0Learning", "C++", "cafe\u0301s");
    }

    @Test
    void tellsOverlappingKeywordsLongestFirst() {
        assertThat(found(List.of("climate", "climate change", "change"), "Climate change"))
                .containsExactly("climate change", "climate", "change");
    }

    @Test
    void tellsKeywordOncePerPlaceThoughVariantsOverlap() {
        Keyword keyword = new Keyword("machine learning", 1, false, List.of("ml", "machine learning model"));
        KeywordMatcher matcher = KeywordMatcher.of(Vocabulary.of(List.of(keyword)));
        assertThat(matcher.match("A machine learning model, or ML")).hasSize(2);
    }

    @Test
    void wordsOfPhraseMayStandOnTwoLines() {
        assertThat(found("machine learning", "Machine\nlearning")).hasSize(1);
    }

    @Test
    void findsMutedTopics() {
        Vocabulary vocabulary = new Vocabulary(1, List.of(), Set.of(), Set.of("world cup", "crypto"));
        KeywordMatcher matcher = KeywordMatcher.of(vocabulary);
        assertThat(matcher.muted("the #WorldCup and the world cup")).containsExactly("world cup");
        assertThat(matcher.match("the world cup")).isEmpty();
    }

    @Test
    void emptyVocabularyMatchesNothing() {
        assertThat(found(List.of(), "anything")).isEmpty();
    }

    @Test
    void keywordOfPunctuationAloneNeverMatches() {
        assertThat(KeywordMatcher.canMatch("...")).isFalse();
        assertThat(KeywordMatcher.canMatch("c++")).isTrue();
        assertThat(found("...", "wait ... what")).isEmpty();
    }

    @Test
    void regexCharactersAreLiteral() {
        assertThat(found("a.*b", "a b")).isEmpty();
        assertThat(found("a.*b", "a.*b")).containsExactly("a.*b");
    }

    @Test
    void fiftyThousandKeywordsAreOneLookup() {
        List<Keyword> keywords = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            keywords.add(Keyword.of("word" + Integer.toString(i, 36) + " phrase" + i % 7, 1));
        }
        KeywordMatcher matcher = KeywordMatcher.of(Vocabulary.of(keywords));
        assertThat(matcher.match("a word" + Integer.toString(777, 36) + " phrase" + 777 % 7 + "!"))
                .hasSize(1);
    }

    @Test
    void longInputTakesLinearTime() {
        KeywordMatcher matcher = KeywordMatcher.of(vocabulary("a a a a a a b", "machine learning", "aab", "1b"));
        String text = "a ".repeat(500_000) + "#" + "Aa".repeat(500_000) + " @" + "a1".repeat(500_000);
        assertThat(matcher.match(text)).isEmpty();
    }

    @Test
    void timePerCharacterStaysTheSameHoweverHostileTheText() {
        List<Keyword> keywords = new ArrayList<>();
        for (int n = 1; n <= 8; n++) {
            keywords.add(Keyword.of("a ".repeat(n).strip(), 1)); // each lies within the next
        }
        KeywordMatcher matcher = KeywordMatcher.of(Vocabulary.of(keywords));
        for (String piece :
                List.of("a ", "#aA1", "#", "@a_", "\u110e\u116e", "a\u0301", "\ud83d\ude80", "&amp;", "\ufdfa")) {
            String text = piece.repeat(4_000 / piece.length());
            double few = nanos(matcher, text);
            double many = nanos(matcher, text.repeat(8));
            assertThat(many / few).as(piece).isLessThan(8 * 6.0); // squared, it would be 64
        }
    }

    private static double nanos(KeywordMatcher matcher, String text) {
        double least = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            matcher.match(text);
            least = Math.min(least, System.nanoTime() - start);
        }
        return least;
    }

    @Test
    void oneMatcherServesSeveralThreads() throws Exception {
        List<Keyword> words = List.of(Keyword.of("fern wall", 1), Keyword.of("moss", 1));
        AtomicReference<KeywordMatcher> shared = new AtomicReference<>(KeywordMatcher.of(Vocabulary.of(words)));
        KeywordMatcher one = KeywordMatcher.of(Vocabulary.of(words.subList(0, 1)));
        Callable<Set<Integer>> reading = () -> {
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; i < 20_000; i++) {
                seen.add(Objects.requireNonNull(shared.get())
                        .match("#MossyFernWall by the fern wall, moss #" + i)
                        .size());
                if (i % 100 == 0) {
                    shared.set(i % 200 == 0 ? one : KeywordMatcher.of(Vocabulary.of(words)));
                }
            }
            return seen;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Set<Integer>> seen : threads.invokeAll(List.of(reading, reading, reading, reading))) {
                assertThat(seen.get()).containsExactlyInAnyOrder(2, 3);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> found(String keyword, String text) {
        return found(List.of(keyword), text);
    }

    private static List<String> found(List<String> keywords, String text) {
        return KeywordMatcher.of(vocabulary(keywords.toArray(String[]::new))).match(text).stream()
                .map(match -> match.keyword().text())
                .toList();
    }

    private static Vocabulary vocabulary(String... keywords) {
        return Vocabulary.of(
                Arrays.stream(keywords).map(text -> Keyword.of(text, 1)).toList());
    }
}
