package dev.linnet.keywords.mining.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCacheTest {
    @TempDir
    Path folder;

    @Test
    void keptPageComesBackWithItsMarks() {
        PageCache cache = new PageCache(folder);
        cache.keep(page("http://a.example/", 10), answer("ETag", "\"v1\""));

        PageCache.Kept kept = requireNonNull(cache.find("http://a.example/"));

        assertThat(kept.etag()).isEqualTo("\"v1\"");
        assertThat(kept.page().body()).hasSize(10).containsOnly((byte) '\n');
        assertThat(kept.page().wordPressPages()).isEqualTo(7);
        assertThat(cache.find("http://b.example/")).isNull();
    }

    @Test
    void pageThatMayNotBeStoredOrHasNoMarkIsNotKept() {
        PageCache cache = new PageCache(folder);
        cache.keep(page("http://a.example/", 10), answer("ETag", "\"v1\"", "Cache-Control", "private, No-Store"));
        cache.keep(page("http://b.example/", 10), answer("Server", "x"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void damagedEntryIsAsGoodAsNone() throws IOException {
        PageCache cache = new PageCache(folder);
        cache.keep(page("http://a.example/", 10), answer("ETag", "\"v1\""));
        for (Path file : files()) {
            Files.writeString(file, "{\"address\"");
        }

        assertThat(cache.find("http://a.example/")).isNull();
    }

    @Test
    void oldestHalfGoesWhenItHasGrownTooLarge() throws IOException {
        PageCache cache = new PageCache(folder);
        for (int i = 0; i < 10; i++) {
            cache.keep(page("http://a.example/" + i, 1_000), answer("ETag", "\"v1\""));
            for (Path file : files()) {
                FileTime written = Files.getLastModifiedTime(file);
                Files.setLastModifiedTime(file, FileTime.fromMillis(written.toMillis() - 1_000));
            }
        }

        PageCache small = new PageCache(folder, 5_000);

        assertThat(small.find("http://a.example/9")).isNotNull();
        assertThat(small.find("http://a.example/0")).isNull();
        assertThat(files()).hasSizeBetween(1, 3);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static Fetched page(String address, int size) {
        return new Fetched(
                address, "text/html", "utf-8", 7, "\n".repeat(size).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Response answer(String... headers) {
        return new Response.Builder()
                .request(new Request.Builder().url("http://a.example/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .headers(okhttp3.Headers.of(headers))
                .build();
    }
}
