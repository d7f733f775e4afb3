package dev.linnet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.cli.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    void filesAndLinksStayAsTheyAre() throws Exception {
        Path file = Files.writeString(parent.resolve("file.txt"), "precious");
        Path target = Files.createDirectories(parent.resolve("target"));
        Path link = Files.createSymbolicLink(parent.resolve("link"), target);
        Path dangling = Files.createSymbolicLink(parent.resolve("dangling"), parent.resolve("nowhere"));
        for (Path refused : List.of(file, link, dangling)) {
            assertThatThrownBy(() -> DemoFolder.prepare(refused))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining(refused.toString())
                    .hasMessageContaining("a file or a link");
        }
        assertThat(file).hasContent("precious");
        assertThat(link).isSymbolicLink();
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void linksInsideAreRemovedAndNotFollowed() throws Exception {
        Path outside = Files.createDirectories(parent.resolve("outside"));
        Path file = Files.writeString(outside.resolve("novel.txt"), "chapter one");
        Path folder = parent.resolve("demo");
        DemoFolder.prepare(folder).close();
        Path link = Files.createSymbolicLink(folder.resolve("link"), outside);

        DemoFolder.prepare(folder).close();

        assertThat(link).doesNotExist();
        assertThat(file).hasContent("chapter one");
    }

    @Test
    void folderOfARunningDemoIsNotEmptied() throws Exception {
        Path folder = parent.resolve("demo");
        try (DemoFolder running = DemoFolder.prepare(folder)) {
            Path file = Files.writeString(folder.resolve("queue.db"), "data");
            assertThatThrownBy(() -> DemoFolder.prepare(folder))
                    .as(running.toString())
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("another demo runs on " + folder);
            assertThat(file).hasContent("data");
        }
    }

    @Test
    void folderOfAnEarlierDemoIsEmptied() throws Exception {
        Path folder = parent.resolve("demo");
        DemoFolder.prepare(folder).close();
        Files.writeString(Files.createDirectories(folder.resolve("state")).resolve("old"), "");

        DemoFolder.prepare(folder).close();

        assertThat(folder.resolve("state")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void emptyFolderIsTaken() throws Exception {
        Path folder = Files.createDirectories(parent.resolve("empty"));
        DemoFolder.prepare(folder).close();
        assertThat(folder).isNotEmptyDirectory();
    }
}
