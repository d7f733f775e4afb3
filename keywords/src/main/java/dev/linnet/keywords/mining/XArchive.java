package dev.linnet.keywords.mining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linnet.keywords.mining.page.Dates;
import dev.linnet.keywords.mining.page.Languages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The archive of one's own posts that every X user can download: as a zip, as its unpacked folder, or as one of its files.
 */
public final class XArchive {
    private static final Pattern REPOST = Pattern.compile("\\ART @(\\w{1,30}):");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    /** By so many characters a long post is known again where it was cut short. */
    private static final int LIKENESS = 120;

    private XArchive() {}

    /** Whether a path is such an archive, or one of its files. */
    public static boolean isArchive(Path path) {
        return XArchiveParts.isArchive(path);
    }

    /**
     * Whom the archive's owner has reposted, the most reposted first.
     *
     * @param archive the zip, the unpacked archive's folder, or its {@code tweets.js}
     * @throws IOException if it cannot be read or is no such archive; the message names it and the mend
     */
    public static List<RepostedAuthor> repostedAuthors(Path archive) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        XArchiveParts.each(archive, XArchiveParts.Kind.POSTS, tweet -> {
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

    /** The owner's own posts, without reposts, as articles; long ones whole, and once. */
    static List<Article> ownPosts(Path archive) throws IOException {
        List<Article> posts = new ArrayList<>();
        Set<String> beginnings = new HashSet<>();
        XArchiveParts.each(archive, XArchiveParts.Kind.NOTES, note -> {
            String text = note.path("core").path("text").asText("");
            beginnings.add(beginning(clean(text)));
            Instant at = Dates.parse(note.path("createdAt").asText(""));
            posts.add(article(archive, note.path("noteTweetId").asText(""), text, at, "und", posts.size()));
        });
        XArchiveParts.each(archive, XArchiveParts.Kind.POSTS, tweet -> {
            String text = text(tweet);
            if (!REPOST.matcher(text).find() && !beginnings.contains(beginning(clean(text)))) {
                String id = tweet.path("id_str").asText("");
                posts.add(article(
                        archive, id, text, created(tweet), tweet.path("lang").asText("und"), posts.size()));
            }
        });
        return posts;
    }

    private static Article article(
            Path archive, String id, String text, @Nullable Instant at, String language, int number) {
        String clean = clean(text);
        String name = archive + "#" + (id.isEmpty() ? Integer.toString(number) : id);
        return new Article(name, "", clean, at, null, Languages.of(clean, language), List.of());
    }

    private static String clean(String text) {
        return ADDRESS.matcher(text).replaceAll("").strip();
    }

    /** Short posts are their own beginning, so only what is cut short is taken for a part of a long one. */
    private static String beginning(String text) {
        return text.length() <= LIKENESS ? text : text.substring(0, LIKENESS);
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
