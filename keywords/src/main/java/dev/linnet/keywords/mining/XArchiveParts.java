package dev.linnet.keywords.mining;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of an X archive that hold posts, in its folder, in the zip as it was downloaded, or one by itself:
 * {@code data/tweets.js}, {@code data/tweets-part1.js} and so on, {@code data/note-tweet.js}, and {@code data/tweet.js} of old
 * archives. Each is {@code window.YTD.tweets.part0 = [{"tweet": …}]}, and is read post by post, so its size does not matter.
 */
final class XArchiveParts {
    private static final Pattern POSTS = Pattern.compile("tweets?(?:-part\\d+)?\\.js");
    private static final Pattern NOTES = Pattern.compile("note-tweets?(?:-part\\d+)?\\.js");
    private static final JsonMapper JSON = new JsonMapper();

    private XArchiveParts() {}

    /** The kinds of file. */
    enum Kind {
        /** Posts, those that are longer than 280 characters cut short. */
        POSTS,
        /** The whole texts of long posts. */
        NOTES
    }

    /** Whether a path is an archive, or one of its files. */
    static boolean isArchive(Path path) {
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve("data").resolve("tweets.js"))
                    || Files.isRegularFile(path.resolve("data").resolve("tweet.js"));
        }
        return isZip(path) || isOf(Kind.POSTS, name(path)) || isOf(Kind.NOTES, name(path));
    }

    /**
     * Hands over every post of a kind.
     *
     * @throws IOException if the archive cannot be read or is none; the message names it and the mend
     */
    static void each(Path archive, Kind kind, Consumer<JsonNode> action) throws IOException {
        if (isZip(archive)) {
            eachOfZip(archive, kind, action);
            return;
        }
        if (!Files.isDirectory(archive)) {
            if (isOf(kind, name(archive)) || kind == Kind.POSTS && !isOf(Kind.NOTES, name(archive))) {
                try (InputStream in = Files.newInputStream(archive)) {
                    parse(archive.toString(), in, action);
                }
            }
            return;
        }
        List<Path> parts;
        Path data = Files.isDirectory(archive.resolve("data")) ? archive.resolve("data") : archive;
        try (Stream<Path> all = Files.list(data)) {
            parts = all.filter(file -> isOf(kind, name(file))).sorted().toList();
        }
        if (parts.isEmpty() && kind == Kind.POSTS) {
            throw new IOException(archive + " holds no data/tweets.js; name the folder of the unpacked X archive");
        }
        for (Path part : parts) {
            try (InputStream in = Files.newInputStream(part)) {
                parse(part.toString(), in, action);
            }
        }
    }

    private static void eachOfZip(Path archive, Kind kind, Consumer<JsonNode> action) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            List<? extends ZipEntry> parts = zip.stream()
                    .filter(entry ->
                            isOf(kind, entry.getName().substring(entry.getName().lastIndexOf('/') + 1)))
                    .toList();
            if (parts.isEmpty() && kind == Kind.POSTS) {
                throw new IOException(archive + " is no X archive: it holds no data/tweets.js");
            }
            for (ZipEntry part : parts) {
                try (InputStream in = zip.getInputStream(part)) {
                    parse(archive + "!" + part.getName(), in, action);
                }
            }
        } catch (ZipException e) {
            throw new IOException(archive + " is damaged or no zip (" + e.getMessage() + "); download it again", e);
        }
    }

    private static boolean isOf(Kind kind, String name) {
        return (kind == Kind.POSTS ? POSTS : NOTES).matcher(name).matches();
    }

    private static boolean isZip(Path path) {
        return name(path).toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void parse(String file, InputStream bytes, Consumer<JsonNode> action) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        skipAssignment(in, file);
        try (JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw notAnArchive(file);
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode node = JSON.readTree(parser);
                action.accept(
                        node.has("tweet") ? node.path("tweet") : node.has("noteTweet") ? node.path("noteTweet") : node);
            }
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + " breaks off or is damaged (" + e.getOriginalMessage() + "); unpack the archive again", e);
        }
    }

    private static void skipAssignment(BufferedReader in, String file) throws IOException {
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

    private static IOException notAnArchive(String file) {
        return new IOException(file + " is not an X archive's tweets.js; name data/tweets.js of the unpacked archive");
    }
}
