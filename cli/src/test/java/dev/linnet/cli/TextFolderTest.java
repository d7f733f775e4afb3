package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFolderTest {
    @ParameterizedTest
    @CsvSource({
        "blog/a.b.html, a.b",
        "page.html.gz, page",
        "README, README",
        "https://example.org/2026/ferns.html?x=/y#z, ferns",
        "https://example.org/ferns/, ferns",
        "https://example.org, example.org",
        "https://example.org/.., text",
        ".hidden, .hidden"
    })
    void fileIsNamedAsItsSource(String id, String name) {
        assertThat(TextFolder.name(id)).isEqualTo(name);
    }

    @Test
    void textsOfOneNameDoNotOverwriteEachOther(@TempDir Path path) throws Exception {
        TextFolder folder = TextFolder.open(path);

        folder.write("a/post.md", "one");
        folder.write("b/post.md", "two");

        assertThat(Files.readString(path.resolve("post.txt"))).isEqualTo("one");
        assertThat(Files.readString(path.resolve("post-2.txt"))).isEqualTo("two");
    }
}
