package dev.linnet.bench.sentiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a file of posts, one a line: a JSON object with {@code text} or {@code full_text}, or the text itself, after a
 * label and a tab where there is one.
 */
final class Posts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Posts() {}

    static List<String> read(Path file) throws IOException {
        List<String> posts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String text = line.startsWith("{") ? json(line) : line.substring(line.indexOf('\t') + 1);
            if (!text.isBlank()) {
                posts.add(text);
            }
        }
        if (posts.isEmpty()) {
            throw new IOException(file + " holds no post; it takes a text, label<TAB>text or a JSON object a line");
        }
        return posts;
    }

    private static String json(String line) throws IOException {
        JsonNode post = JSON.readTree(line);
        return post.path("full_text").asText(post.path("text").asText());
    }
}
