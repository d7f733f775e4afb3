package dev.linnet.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    Path folder;

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{}\n");
    }

    private List<Path> list(Path... paths) {
        return InputFiles.list(List.of(paths).stream().map(Path::toString).toList())
                .files();
    }

    @Test
    void folderIsSearchedToAnyDepthInOrderOfNames() throws IOException {
        List<Path> expected = List.of(
                touch("a/2.JSONL"),
                touch("a/b/c.txt.bz2"),
                touch("b.json.gz"),
                touch("c.ndjson"),
                touch("plain"),
                touch("z.gz"));

        assertThat(list(folder)).containsExactlyElementsOf(expected);
    }

    @Test
    void hiddenFilesAndOtherKindsAreLeftOutAndSaid() throws IOException {
        touch("a.json");
        touch(".b.json");
        touch(".git/c.json");
        touch("d.zip");
        touch("e.tar.gz");

        InputFiles.Listing listing = InputFiles.list(List.of(folder.toString()));

        assertThat(listing.files()).containsExactly(folder.resolve("a.json"));
        assertThat(String.join("\n", listing.leftOut()))
                .contains(".b.json (hidden)", ".git (hidden)", "d.zip (another kind", "e.tar.gz (another kind");
    }

    @Test
    void fileThatIsNamedTwiceIsReadOnce() throws IOException {
        Path second = touch("b.json");
        Path first = touch("a.json");

        assertThat(list(second, folder)).containsExactly(second, first);
    }

    @Test
    void everyMistakeIsToldAtOnce() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path zip = touch("posts.zip");
        Path missing = folder.resolve("missing.json");

        assertThatThrownBy(() -> list(missing, empty, zip))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining(missing + ": there is no such file or folder")
                .hasMessageContaining(empty + ": has no file to read in it. Read are files ending in .json, .jsonl")
                .hasMessageContaining(zip + ": its ending is none that is read");
    }

    @Test
    void noPathIsAMistake() {
        assertThatThrownBy(() -> InputFiles.list(List.of())).hasMessageContaining("name at least one");
    }
}
