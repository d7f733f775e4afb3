package dev.linnet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoStreamTest {
    private static final Instant START = Instant.parse("2026-11-01T06:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoStream stream = new DemoStream(1, START, 600);

    @Test
    void recordFollowsFromSeedAndIndexAlone() {
        DemoStream again = new DemoStream(1, START, 600);

        assertThat(again.line(70_000)).isEqualTo(stream.line(70_000));
        assertThat(new DemoStream(2, START, 600).line(70_000)).isNotEqualTo(stream.line(70_000));
    }

    @Test
    void streamHoldsEveryKindOfRecord() throws IOException {
        Map<String, Integer> kinds = new HashMap<>();
        for (long i = 0; i < 20_000; i++) {
            kinds.merge(kind(stream.line(i)), 1, Integer::sum);
        }

        assertThat(kinds).containsOnlyKeys("post", "repost", "delete", "bluesky", "notice", "rubbish");
        assertThat(kinds.get("repost")).isBetween(3_000, 5_000);
        assertThat(kinds.get("delete")).isBetween(1_000, 2_000);
        assertThat(kinds.get("bluesky")).isBetween(1_500, 3_500);
    }

    @Test
    void deletionsNameRealPostsBeforeAndAfterThem() throws IOException {
        Set<String> seen = new HashSet<>();
        Map<String, Boolean> deletedAfter = new HashMap<>();
        for (long i = 0; i < 20_000; i++) {
            JsonNode node = parse(stream.line(i));
            if (node == null) {
                continue;
            }
            if (node.has("delete")) {
                String id = node.at("/delete/status/id_str").asText();
                deletedAfter.putIfAbsent(id, seen.contains(id));
            } else if (node.has("id_str")) {
                seen.add(node.path("id_str").asText());
            }
        }

        assertThat(seen)
                .containsAll(deletedAfter.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(deletedAfter.values()).contains(true, false);
    }

    @Test
    void burstsAndNewHashtagStandOut() {
        assertThat(count("contact microphones", 44, 49)).isGreaterThan(4 * count("contact microphones", 30, 35));
        assertThat(count("swift boxes", 84, 89)).isGreaterThan(4 * count("swift boxes", 50, 55));
        assertThat(count("#" + DemoStream.NEW_HASHTAG, 0, 58)).isZero();
        assertThat(count("#" + DemoStream.NEW_HASHTAG, 58, 80)).isGreaterThan(50);
    }

    private long count(String what, int fromMinute, int toMinute) {
        long count = 0;
        for (long i = fromMinute * 600L; i < toMinute * 600L; i++) {
            String line = new String(stream.line(i), java.nio.charset.StandardCharsets.UTF_8);
            if (line.contains(what) && !line.contains("retweeted_status")) {
                count++;
            }
        }
        return count;
    }

    private static String kind(byte[] line) throws IOException {
        JsonNode node = parse(line);
        if (node == null) {
            return "rubbish";
        }
        if (node.has("delete")) {
            return "delete";
        }
        if (node.has("limit")) {
            return "notice";
        }
        if (node.has("did")) {
            return "bluesky";
        }
        return node.has("retweeted_status") ? "repost" : "post";
    }

    private static @org.jspecify.annotations.Nullable JsonNode parse(byte[] line) throws IOException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
