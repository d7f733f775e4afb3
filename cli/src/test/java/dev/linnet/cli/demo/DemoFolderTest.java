package dev.linnet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.cli.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path parent;

    @Test
    void folderThatNoDemoMadeIsNotEmptied() throws Exception {
        Path folder = Files.createDirectories(parent.resolve("mine"));
        Path file = Files.writeString(folder.resolve("novel.txt"), "chapter one");

        assertThatThrownBy(() -> DemoFolder.prepare(folder))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("--data");
        assertThat(file).hasContent("chapter one");
    }

    @Test
    void folderOfAnEarlierDemoIsEmptied() throws Exception {
        Path folder = parent.resolve("demo");
        DemoFolder.prepare(folder);
        Files.writeString(Files.createDirectories(folder.resolve("state")).resolve("old"), "");

        DemoFolder.prepare(folder);

        assertThat(folder.resolve("state")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void emptyFolderIsTaken() throws Exception {
        Path folder = Files.createDirectories(parent.resolve("empty"));
        DemoFolder.prepare(folder);
        assertThat(folder).isNotEmptyDirectory();
    }
}
