package dev.linnet.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/** What is in the demo's stream, found by a JSON parser that knows nothing of the job. */
final class GroundTruth {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> posted = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private long rubbish;
    private long controls;
    private long deletions;

    GroundTruth(DemoStream stream, long records) {
        for (long i = 0; i < records; i++) {
            add(stream.line(i));
        }
    }

    private void add(byte[] line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            rubbish++;
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // bytes in memory don't fail
        }
        if (node.has("limit")) {
            controls++;
        } else if (node.has("delete")) {
            deletions++;
            deleted.add("x:" + node.at("/delete/status/id_str").asText());
        } else if (node.has("did")) {
            posted.add("bluesky:" + node.path("did").asText() + "/"
                    + node.at("/commit/rkey").asText());
        } else {
            posted.add("x:" + node.path("id_str").asText());
            JsonNode original = node.path("retweeted_status");
            if (!original.isMissingNode()) {
                posted.add("x:" + original.path("id_str").asText());
            }
        }
    }

    /** Keys of all posts, reposted ones too. */
    Set<String> posted() {
        return posted;
    }

    /** Keys of posts that some record deletes. */
    Set<String> deleted() {
        return deleted;
    }

    /** Lines that are no JSON. */
    long rubbish() {
        return rubbish;
    }

    /** Messages about the stream. */
    long controls() {
        return controls;
    }

    /** Deletion notices, doubles counted. */
    long deletions() {
        return deletions;
    }
}
