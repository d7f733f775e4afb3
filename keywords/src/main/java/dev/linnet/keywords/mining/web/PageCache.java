package dev.linnet.keywords.mining.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers kept on disk with the marks ({@code ETag}, {@code Last-Modified}) by which a server can say that nothing has
 * changed. A damaged or unwritable cache is as good as an empty one. An entry is one file: a line of JSON, then the bytes; so
 * two processes may share a folder. When it has grown too large, the oldest half goes.
 */
final class PageCache {
    private static final Logger LOG = LoggerFactory.getLogger(PageCache.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ENDING = ".page";
    private static final long MOST_BYTES = 256L << 20;

    private final @Nullable Path folder;
    private final long mostBytes;

    PageCache(@Nullable Path folder) {
        this(folder, MOST_BYTES);
    }

    PageCache(@Nullable Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        if (folder != null && Files.isDirectory(folder)) {
            shrink(folder);
        }
    }

    /** What was kept of an address; null if nothing. */
    @Nullable
    Kept find(String address) {
        if (folder == null) {
            return null;
        }
        try {
            Path file = file(folder, address);
            if (!Files.exists(file)) {
                return null;
            }
            byte[] bytes = Files.readAllBytes(file);
            int line = 0;
            while (line < bytes.length && bytes[line] != '\n') {
                line++;
            }
            JsonNode head = JSON.readTree(bytes, 0, line);
            if (line == bytes.length || !head.path("address").asText("").equals(address)) {
                return null;
            }
            Fetched page = new Fetched(
                    address,
                    head.path("type").asText(""),
                    text(head, "charset"),
                    head.path("pages").asInt(0),
                    Arrays.copyOfRange(bytes, line + 1, bytes.length));
            return new Kept(text(head, "etag"), text(head, "modified"), page);
        } catch (IOException e) {
            LOG.debug("The cache entry of {} cannot be read", address, e);
            return null;
        }
    }

    /** Keeps an answer if the server gave it a mark, and does not forbid it. */
    void keep(Fetched page, Response response) {
        String etag = response.header("ETag");
        String modified = response.header("Last-Modified");
        boolean forbidden = String.valueOf(response.header("Cache-Control"))
                .toLowerCase(Locale.ROOT)
                .contains("no-store");
        if (folder == null || forbidden || etag == null && modified == null) {
            return;
        }
        try {
            ByteArrayOutputStream entry = new ByteArrayOutputStream(page.body().length + 512);
            entry.writeBytes(JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("address", page.address())
                    .put("type", page.mediaType())
                    .put("charset", page.charset())
                    .put("pages", page.wordPressPages())
                    .put("etag", etag)
                    .put("modified", modified)));
            entry.write('\n');
            entry.writeBytes(page.body());
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "fresh", ".tmp");
            try {
                Files.write(fresh, entry.toByteArray());
                Files.move(fresh, file(folder, page.address()), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be kept in the cache", page.address(), e);
        }
    }

    private void shrink(Path full) {
        try (Stream<Path> all = Files.list(full)) {
            List<Path> oldestFirst = all.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparingLong(PageCache::written))
                    .toList();
            long bytes = oldestFirst.stream().mapToLong(PageCache::size).sum();
            long target = bytes > mostBytes ? mostBytes / 2 : bytes;
            for (Path file : oldestFirst) {
                if (bytes <= target) {
                    return;
                }
                bytes -= size(file);
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("The cache {} cannot be made smaller", full, e);
        }
    }

    private static long written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.path(key).asText() : null;
    }

    private static Path file(Path folder, String address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash) + ENDING);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A kept answer.
     *
     * @param etag the server's mark, if it gave one
     * @param modified its date, if it gave one
     * @param page the answer
     */
    record Kept(@Nullable String etag, @Nullable String modified, Fetched page) {}
}
