package dev.linnet.keywords.mining;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.linnet.keywords.mining.page.Languages;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code data/tweets.js} of the archive that every X user can download: {@code window.YTD.tweets.part0 =
 * [{"tweet": …}]}. Read post by post, so its size does not matter.
 */
public final class XArchive {
    private static final Pattern NAME = Pattern.compile("tweets?(?:-part\\d+)?\\.js");
    private static final Pattern REPOST = Pattern.compile("\\ART @(\\w{1,30}):");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);
    private static final JsonMapper JSON = new JsonMapper();

    private XArchive() {}

    /** Whether a file is called as the archive's posts are. */
    static boolean isTweets(Path file) {
        Path name = file.getFileName();
        return name != null && NAME.matcher(name.toString()).matches();
    }

    /**
     * Whom the archive's owner has reposted, the most reposted first.
     *
     * @param archive the unpacked archive's folder, or its {@code tweets.js}
     * @throws IOException if the file cannot be read or is no such file; the message names it and the mend
     */
    public static List<RepostedAuthor> repostedAuthors(Path archive) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        each(file(archive), tweet -> {
            Matcher repost = REPOST.matcher(text(tweet));
            if (repost.find()) {
                counts.merge(repost.group(1).toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .map(entry -> new RepostedAuthor(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(RepostedAuthor::reposts).reversed())
                .toList();
    }

    /** The owner's own posts, without reposts, as articles. */
    static List<Article> ownPosts(Path tweets) throws IOException {
        List<Article> posts = new ArrayList<>();
        each(tweets, tweet -> {
            String text = text(tweet);
            if (!REPOST.matcher(text).find()) {
                String clean = ADDRESS.matcher(text).replaceAll("").strip();
                String id = tweets + "#" + tweet.path("id_str").asText(Integer.toString(posts.size()));
                String language = tweet.path("lang").asText("und");
                posts.add(new Article(id, "", clean, created(tweet), null, Languages.of(clean, language), List.of()));
            }
        });
        return posts;
    }

    private static Path file(Path archive) throws IOException {
        if (!Files.isDirectory(archive)) {
            return archive;
        }
        for (String name : List.of("data/tweets.js", "tweets.js", "data/tweet.js")) {
            if (Files.isRegularFile(archive.resolve(name))) {
                return archive.resolve(name);
            }
        }
        throw new IOException(archive + " holds no data/tweets.js; name the folder of the unpacked X archive");
    }

    private static void each(Path file, Consumer<JsonNode> action) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            skipAssignment(in, file);
            try (JsonParser parser = JSON.createParser(in)) {
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    throw notAnArchive(file);
                }
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    JsonNode node = JSON.readTree(parser);
                    action.accept(node.has("tweet") ? node.path("tweet") : node);
                }
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IOException(
                        file + " breaks off or is damaged (" + e.getOriginalMessage() + "); unpack the archive again",
                        e);
            }
        }
    }

    private static void skipAssignment(BufferedReader in, Path file) throws IOException {
        for (int i = 0; i < 200; i++) {
            in.mark(1);
            int c = in.read();
            if (c == '[') {
                in.reset();
                return;
            }
            if (c < 0) {
                break;
            }
        }
        throw notAnArchive(file);
    }

    private static IOException notAnArchive(Path file) {
        return new IOException(file + " is not an X archive's tweets.js; name data/tweets.js of the unpacked archive");
    }

    private static String text(JsonNode tweet) {
        return tweet.hasNonNull("full_text")
                ? tweet.path("full_text").asText()
                : tweet.path("text").asText("");
    }

    private static @Nullable Instant created(JsonNode tweet) {
        try {
            return Instant.from(CREATED.parse(tweet.path("created_at").asText("")));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
