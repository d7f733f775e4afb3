package dev.linnet.keywords.mining.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers kept on disk with the marks ({@code ETag}, {@code Last-Modified}) by which a server can say that nothing has
 * changed. A damaged or unwritable cache is as good as an empty one.
 */
final class PageCache {
    private static final Logger LOG = LoggerFactory.getLogger(PageCache.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final @Nullable Path folder;

    PageCache(@Nullable Path folder) {
        this.folder = folder;
    }

    /** What was kept of an address; null if nothing. */
    @Nullable
    Kept find(String address) {
        if (folder == null) {
            return null;
        }
        try {
            Path head = file(folder, address, ".json");
            Path body = file(folder, address, ".body");
            if (!Files.exists(head) || !Files.exists(body)) {
                return null;
            }
            JsonNode node = JSON.readTree(head.toFile());
            if (!node.path("address").asText("").equals(address)) {
                return null;
            }
            Fetched page =
                    new Fetched(address, node.path("type").asText(""), text(node, "charset"), Files.readAllBytes(body));
            return new Kept(text(node, "etag"), text(node, "modified"), page);
        } catch (IOException e) {
            LOG.debug("The cache entry of {} cannot be read", address, e);
            return null;
        }
    }

    /** Keeps an answer if the server gave it a mark. */
    void keep(Fetched page, Response response) {
        String etag = response.header("ETag");
        String modified = response.header("Last-Modified");
        if (folder == null || etag == null && modified == null) {
            return;
        }
        ObjectNode head = JSON.createObjectNode()
                .put("address", page.address())
                .put("type", page.mediaType())
                .put("charset", page.charset())
                .put("etag", etag)
                .put("modified", modified);
        try {
            Files.createDirectories(folder);
            Files.write(file(folder, page.address(), ".body"), page.body());
            Files.write(file(folder, page.address(), ".json"), JSON.writeValueAsBytes(head));
        } catch (IOException e) {
            LOG.debug("{} cannot be kept in the cache", page.address(), e);
        }
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.path(key).asText() : null;
    }

    private static Path file(Path folder, String address, String ending) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash) + ending);
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
