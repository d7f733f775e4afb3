package dev.linnet.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.post.PostEvent;
import dev.linnet.queue.KeptRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadPostsFunctionTest {
    private static final String OTHER = """
            {"created_at":"Sun Mar 01 08:00:00 +0000 2026","id":5,"id_str":"5","text":"nothing of note","user":{"screen_name":"a"}}""";

    private OneInputStreamOperatorTestHarness<RawBatch, PostEvent> harness;

    @BeforeEach
    void open() throws Exception {
        harness = ProcessFunctionTestHarnesses.forProcessFunction(
                new ReadPostsFunction(() -> ReadPostsFunctionTest::nextSwift));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    /** A gate for one word. */
    private static int nextSwift(byte[] buffer, int from, int to) {
        int found = new String(buffer, from, to - from, StandardCharsets.ISO_8859_1).indexOf("swift");
        return found < 0 ? -1 : from + found;
    }

    private void read(String lines, @Nullable ReadProblem problem) throws Exception {
        byte[] text = lines.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(text, text.length + 7);
        harness.processElement(new RawBatch(bytes, text.length, "made-up.jsonl", 1_000, problem), 0);
    }

    private void read(String... lines) throws Exception {
        read(String.join("\n", lines), null);
    }

    private List<String> events() {
        return harness.extractOutputValues().stream()
                .map(event -> event.kind() + " " + event.key())
                .toList();
    }

    private <T> List<T> side(OutputTag<T> tag) {
        Collection<StreamRecord<T>> records = Objects.requireNonNullElse(harness.getSideOutput(tag), List.of());
        return records.stream().map(StreamRecord::getValue).toList();
    }

    private List<StageDelta> counts() {
        return side(ReadPostsFunction.COUNTS);
    }

    @Test
    void onlyWhatTheGateNamesIsEmitted() throws Exception {
        read(OTHER, Lines.post(1), OTHER, Lines.post(2), OTHER, OTHER);

        assertThat(events()).containsExactly("POST " + Lines.key(1), "POST " + Lines.key(2));
        assertThat(counts())
                .containsExactlyInAnyOrder(new StageDelta("read", "", 6), new StageDelta("filtered", "no-keyword", 4));
    }

    @Test
    void orderOfPostsAndDeletionsIsKept() throws Exception {
        read(Lines.delete(7), Lines.post(1), Lines.delete(8));

        assertThat(events()).containsExactly("DELETED x:7", "POST " + Lines.key(1), "DELETED x:8");
        assertThat(counts()).containsExactly(new StageDelta("read", "", 3), new StageDelta("deleted", "notice", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"delete\":{\"status\":{\"id\":7}}}",
                "{ \"delete\" : {\"status\":{\"id\":7}}}",
                "{\"status_withheld\":{\"id\":7}}",
                "{\"data\":{\"delete\":{\"tweet\":{\"id\":\"7\"}}}}",
                "{\"did\":\"d\",\"time_us\":1,\"kind\":\"commit\",\"commit\":{\"operation\":\"delete\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"7\"}}",
                "{\"commit\":{\"collection\":\"app.bsky.feed.post\",\"operation\":\"delete\",\"rkey\":\"7\"},\"did\":\"d\",\"kind\":\"commit\",\"time_us\":1}",
                "{\"event\":\"delete\",\"payload\":\"7\"}",
            })
    void deletionsPassWithoutKeyword(String notice) throws Exception {
        read(OTHER, notice, OTHER);

        assertThat(events()).singleElement().asString().endsWith("7");
        assertThat(counts())
                .containsExactlyInAnyOrder(
                        new StageDelta("read", "", 3),
                        new StageDelta("filtered", "no-keyword", 2),
                        new StageDelta("deleted", "notice", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"commit\": {\"collection\": \"app.bsky.feed.post\", \"operation\": \"update\", \"rkey\": \"7\", \"record\": {\"text\":\"x\"}}, \"did\": \"d\", \"kind\": \"commit\", \"time_us\": 1}",
                "{\"data\":{\"id\":\"8\",\"author_id\":\"1\",\"created_at\":\"2026-03-01T08:00:00Z\",\"text\":\"x\",\"edit_history_tweet_ids\":[\"7\",\"8\"]}}",
                "{\"id\":\"7\",\"created_at\":\"2026-03-01T08:00:00Z\",\"edited_at\":\"2026-03-01T09:00:00Z\",\"content\":\"x\",\"account\":{\"acct\":\"a\"}}",
            })
    void editsPassWithoutKeyword(String notice) throws Exception {
        read(OTHER, notice, OTHER);

        assertThat(events()).singleElement().asString().endsWith("7");
        assertThat(counts())
                .containsExactlyInAnyOrder(new StageDelta("read", "", 3), new StageDelta("filtered", "no-keyword", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"id\":\"8\",\"author_id\":\"1\",\"created_at\":\"2026-03-01T08:00:00Z\",\"text\":\"x\",\"edit_history_tweet_ids\":[\"8\"]}}",
                "{\"id\":\"7\",\"created_at\":\"2026-03-01T08:00:00Z\",\"edited_at\":null,\"content\":\"x\",\"account\":{\"acct\":\"a\"}}",
                "{\"did\":\"d\",\"time_us\":1,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"7\",\"record\":{\"text\":\"x\"}}}",
            })
    void postWithoutKeywordStaysOut(String post) throws Exception {
        read(post, post);

        assertThat(events()).isEmpty();
        assertThat(counts())
                .containsExactlyInAnyOrder(new StageDelta("read", "", 2), new StageDelta("filtered", "no-keyword", 2));
    }

    @Test
    void whatTheGateCannotSeeIntoIsLeftToTheFilter() throws Exception {
        String status =
                "{\\\"id\\\":\\\"7\\\",\\\"content\\\":\\\"x\\\",\\\"created_at\\\":\\\"2026-03-01T08:00:00Z\\\","
                        + "\\\"account\\\":{\\\"acct\\\":\\\"a\\\"}}";

        read("{\"stream\":[\"public\"],\"event\":\"update\",\"payload\":\"" + status + "\"}");

        assertThat(events()).containsExactly("POST mastodon:7");
    }

    @Test
    void blankLinesAreNoRecords() throws Exception {
        read("\r\n\n  \n" + Lines.post(1) + "\r\n\t\r\n" + OTHER + "\n\n", null);

        assertThat(events()).containsExactly("POST " + Lines.key(1));
        assertThat(counts())
                .containsExactlyInAnyOrder(new StageDelta("read", "", 2), new StageDelta("filtered", "no-keyword", 1));
    }

    @Test
    void messagesAboutTheStreamAreCountedByName() throws Exception {
        read("{\"limit\":{\"track\":1}}", "{\"limit\":{\"track\":2}}", "{\"disconnect\":{\"code\":1}}");

        assertThat(counts())
                .containsExactlyInAnyOrder(
                        new StageDelta("read", "", 3),
                        new StageDelta("filtered", "control-limit", 2),
                        new StageDelta("filtered", "control-disconnect", 1));
    }

    @Test
    void whatCannotBeParsedIsKeptWithItsPlaceAndReason() throws Exception {
        read(OTHER, "{\"text\":\"swift torn", "\u0000\u0001rubbish");

        assertThat(events()).isEmpty();
        assertThat(counts()).contains(new StageDelta("unparseable", "not-json", 2));
        assertThat(side(ReadPostsFunction.KEPT))
                .filteredOn(kept -> kept.stage().equals("unparseable"))
                .extracting(KeptRecord::id, KeptRecord::reason, KeptRecord::excerpt)
                .containsExactly(
                        tuple("made-up.jsonl:" + (1_000 + OTHER.length() + 1), "not-json", "{\"text\":\"swift torn"),
                        tuple("made-up.jsonl:" + (1_000 + OTHER.length() + 21), "not-json", "\uFFFD\u0001rubbish"));
    }

    @Test
    void rubbishIsCountedWholeButKeptInPart() throws Exception {
        read("rubbish\n".repeat(1_000), null);

        assertThat(counts()).contains(new StageDelta("unparseable", "not-json", 1_000));
        assertThat(side(ReadPostsFunction.KEPT)).hasSize(64);
    }

    @Test
    void problemOfTheSourceIsADeadLetter() throws Exception {
        read("{\"text\":\"tor", new ReadProblem("file-cut-short", "made-up.jsonl: the file is cut short"));

        assertThat(counts())
                .containsExactly(new StageDelta("read", "", 1), new StageDelta("unparseable", "file-cut-short", 1));
        assertThat(side(ReadPostsFunction.KEPT))
                .singleElement()
                .satisfies(kept -> assertThat(kept.excerpt()).contains("is cut short", "{\"text\":\"tor"));
    }

    @Test
    void someRecordsWithoutKeywordAreKeptWithTheirText() throws Exception {
        for (int batch = 0; batch < 3; batch++) {
            read((OTHER + "\n").repeat(5_000), null);
        }

        assertThat(side(ReadPostsFunction.KEPT))
                .hasSize(2)
                .first()
                .isEqualTo(new KeptRecord(
                        "x:5", "filtered", "no-keyword", Instant.parse("2026-03-01T08:00:00Z"), "nothing of note"));
    }
}
