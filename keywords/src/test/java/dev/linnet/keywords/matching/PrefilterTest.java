package dev.linnet.keywords.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefilterTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(
            0,
            List.of(
                    Keyword.of("caf\u00e9", 1),
                    Keyword.of("machine learning", 1),
                    Keyword.of("story", 1),
                    Keyword.of("c++", 1),
                    Keyword.of("at&t", 1),
                    Keyword.of("\u6a5f\u68b0", 1)),
            Set.of("alice", "did:plc:abc123"),
            Set.of());

    private final Prefilter prefilter = Prefilter.of(VOCABULARY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"at the cafe\"}",
                "{\"text\":\"at the CAF\\u00c9\"}",
                "{\"text\":\"at the CAF\\u00C9\"}",
                "{\"text\":\"at the caf\u00e9\"}",
                "{\"text\":\"at the cafe\\u0301\"}",
                "{\"text\":\"at the \\u0063afe\"}",
                "{\"text\":\"\uff43\uff41\uff46\uff45\"}",
                "{\"text\" : \"at the cafe\"}",
                "{\"full_text\":\"Machine\\nLearning\"}",
                "{\"text\":\"and\\/or #MachineLearning\"}",
                "{\"text\":\"#machinelearning\\u2026\"}",
                "{\"text\":\"two stories\"}",
                "{\"text\":\"C++\"}",
                "{\"text\":\"at&amp;t\"}",
                "{\"text\":\"at&t\"}",
                "{\"text\":\"\\u6a5f\\u68b0\\u5b66\"}",
                "{\"id\":1,\"text\":\"nothing\",\"user\":{\"screen_name\":\"Alice\"}}",
                "{\"text\":\"nothing\",\"user\":{\"screen_name\" : \"al\\u0069ce\"}}",
                "{\"includes\":{\"users\":[{\"id\":\"1\",\"username\":\"ALICE\"}]}}",
                "{\"did\":\"did:plc:abc123\",\"commit\":{\"record\":{\"text\":\"nothing\"}}}",
                "{\"content\":\"<p>at the <b>ca</b>fé</p>\"}",
                "{\"content\":\"\\u003cp\\u003eat the caf\\u00e9\\u003c/p\\u003e\"}",
                "{\"content\":\"<p>two<br/>stories</p>\"}",
                "{\"content\":\"<p>one</p><p>story&#39;s end</p>\"}",
                "{\"content\":\"the caf&#233;\"}",
                "{\"content\":\"the caf&#xE9;\"}",
                "{\"content\":\"only a parser knows <a\"}",
                "{\"content\":\"<p><a href=\\\"https://m.example/tags/story\\\">#<span>story</span></a></p>\"}",
                "{\"content\":\"<p>nothing</p>\",\"tags\":[{\"name\":\"story\",\"url\":\"https://m.example\"}]}",
                "{\"event\":\"update\",\"payload\":\"{\\\"content\\\":\\\"<p>a story</p>\\\"}\"}",
                "{\"did\":\"did:plc:x\",\"commit\":{\"record\":{\"text\":\"x\",\"tags\":[\"a\",\"MachineLearning\"]}}}",
                "{\"text\":\"x\",\"facets\":[{\"features\":[{\"$type\":\"app.bsky.richtext.facet#tag\",\"tag\":\"aStory\"}]}]}",
                "{\"text\":\"x\",\"entities\":{\"hashtags\":[{\"indices\":[0,9],\"text\":\"machinelearning\"}]}}",
            })
    void letsThroughWhatMatches(String json) {
        byte[] bytes = bytes(json);
        assertThat(prefilter.mayMatch(bytes, 0, bytes.length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "\u0000\u0001{{{",
                "{\"text\":\"",
                "{\"text\":\"broken \\u00",
                "{\"text\":\"nothing of note\"}",
                "{\"text\":\"history\"}",
                "{\"text\":\"learning by machine\"}",
                "{\"text\":\"cafeteria\"}",
                "{\"text\":\"nothing\",\"user\":{\"description\":\"cafe story machine learning\"}}",
                "{\"text\":\"nothing\",\"user\":{\"screen_name\":\"alice2\",\"name\":\"alice story\"}}",
                "{\"text\":\"nothing\",\"in_reply_to_screen_name\":\"alice\"}",
                "{\"did\":\"did:plc:abc1234\",\"commit\":{\"record\":{\"text\":\"nothing\"}}}",
                "{\"delete\":{\"status\":{\"id\":1}}}",
                "{\"content\":\"<p>nobody knows</p>\"}",
                "{\"content\":\"<p>it&#39;s nothing <a href=\\\"https://story.example/story\\\">here</a></p>\"}",
                "{\"content\":\"his<b>story</b>\"}",
                "{\"content\":null}",
                "{\"text\":\"x\",\"tags\":[{\"name\":\"x\",\"url\":\"https://m.example/tags/story\"}]}",
                "{\"text\":\"x\",\"tags\":null,\"description\":[\"story\"]}",
                "{\"text\":\"x\",\"tags\":[[],[\"y\"]],\"description\":\"a story\"}",
                "{\"event\":\"update\",\"payload\":\"{\\\"content\\\":\\\"<p>nothing</p>\\\"}\"}",
                "{\"$type\":\"x\",\"payload\":{\"description\":\"story\"}}",
            })
    void dropsWhatCannotMatch(String json) {
        byte[] bytes = bytes(json);
        assertThat(prefilter.mayMatch(bytes, 0, bytes.length)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"delete\":{\"status\":{\"id\":1}}}",
                "{ \"delete\" : {}}",
                "{\"kind\":\"commit\",\"commit\":{\"operation\":\"delete\"}}",
                "{\"status_withheld\":{\"id\":1}}",
                "{\"user_withheld\":{\"id\":1}}",
            })
    void tellsDeletions(String json) {
        byte[] bytes = bytes(json);
        assertThat(Prefilter.mayDelete(bytes, 0, bytes.length)).isTrue();
        assertThat(prefilter.nextCandidate(bytes, 0, bytes.length)).isNotNegative();
    }

    @Test
    void postThatSpeaksOfDeletionsIsNone() {
        byte[] bytes = bytes("{\"text\":\"delete \\\"delete\\\" withheld\",\"withheld_in_countries\":[]}");
        assertThat(Prefilter.mayDelete(bytes, 0, bytes.length)).isFalse();
    }

    @Test
    void stopsInTheNextLineThatMatters() {
        String lines = "{\"text\":\"nothing\"}\n{\"text\":\"a story\"}\n\n{\"delete\":{}}\n{\"text\":\"nope\"}\n";
        byte[] bytes = bytes(lines);
        int first = prefilter.nextCandidate(bytes, 0, bytes.length);
        assertThat(lineAt(lines, first)).isEqualTo("{\"text\":\"a story\"}");
        int second = prefilter.nextCandidate(bytes, lines.indexOf('\n', first) + 1, bytes.length);
        assertThat(lineAt(lines, second)).isEqualTo("{\"delete\":{}}");
        assertThat(prefilter.nextCandidate(bytes, lines.indexOf('\n', second) + 1, bytes.length))
                .isEqualTo(-1);
    }

    @Test
    void readsNothingOutsideItsBounds() {
        byte[] bytes = bytes("{\"text\":\"a story\"}{\"text\":\"nothing\"}{\"text\":\"a story\"}");
        int from = "{\"text\":\"a story\"}".length();
        assertThat(prefilter.mayMatch(bytes, from, from + "{\"text\":\"nothing\"}".length()))
                .isFalse();
    }

    private static String lineAt(String lines, int offset) {
        int end = lines.indexOf('\n', offset);
        return lines.substring(lines.lastIndexOf('\n', offset) + 1, end);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
