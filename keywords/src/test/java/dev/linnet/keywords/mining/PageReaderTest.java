package dev.linnet.keywords.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageReaderTest {
    private static final String PAGE =
            "<!doctype html><html><head><title>Kites</title></head><body><nav>Home Menu</nav>"
                    + "<article><h1>Kites</h1><p>"
                    + "A box kite flies in little wind, and a sled kite in none. ".repeat(8)
                    + "</p></article></body></html>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final PageReader reader = new PageReader(ReadingRules.standard());

    @Test
    void packedPageIsRead() throws Exception {
        Path file = Files.write(folder.resolve("kites.html.gz"), gzip(PAGE));

        Blog blog = reader.read(file.toString());

        assertThat(blog.problems()).isEmpty();
        assertThat(blog.articles()).singleElement().satisfies(article -> {
            assertThat(article.id()).isEqualTo(file.toString());
            assertThat(article.text()).contains("box kite").doesNotContain("Menu");
        });
    }

    @Test
    void eachFaultIsNamedWithItsMend() throws Exception {
        byte[] whole = gzip(PAGE);
        Path cut = Files.write(folder.resolve("cut.html.gz"), Arrays.copyOf(whole, whole.length / 2));
        Path fake = Files.writeString(folder.resolve("fake.html.gz"), PAGE);
        Path binary = Files.write(folder.resolve("picture.html"), new byte[] {(byte) 0x89, 'P', 0, 0, 0});
        Path empty = Files.writeString(folder.resolve("empty.html"), "<html><body></body></html>");

        assertThat(problem(cut)).contains("cut short").contains("fetch it again");
        assertThat(problem(fake)).contains("damaged");
        assertThat(problem(binary)).contains("is not a text");
        assertThat(problem(empty)).contains("holds no text");
        assertThat(problem(folder)).contains("is a folder").contains("*.html");
        assertThat(problem(folder.resolve("none.html"))).contains("no such file");
    }

    @Test
    void packedBombStopsAtTheCap() throws Exception {
        Path bomb = Files.write(folder.resolve("bomb.html.gz"), gzip("<p>" + "kite ".repeat(2_000_000)));

        assertThat(problem(bomb)).contains("is larger than 8 MiB");
    }

    @Test
    void addressOfThisMachineIsRefusedUnlessAllowed() {
        Blog blog = reader.read("http://127.0.0.1:9/page");

        assertThat(blog.articles()).isEmpty();
        assertThat(blog.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("127.0.0.1"));
    }

    private String problem(Path file) {
        Blog blog = reader.read(file.toString());
        assertThat(blog.articles()).isEmpty();
        assertThat(blog.problems()).hasSize(1);
        return blog.problems().get(0).sentence();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
