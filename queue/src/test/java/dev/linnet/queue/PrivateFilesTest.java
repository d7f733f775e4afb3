package dev.linnet.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    private Path folder;

    @Test
    void newQueueIsForItsOwnerAloneWithAllItsFilesAndItsFolder() throws IOException {
        Path file = folder.resolve("data/queue.db");
        try (QueueDatabase database = QueueDatabase.open(QueueSettings.file(file))) {
            database.alerts().put(List.of(Samples.alert("a", Samples.NOON)));

            assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
            for (String name : List.of("queue.db", "queue.db-wal", "queue.db-shm")) {
                assertThat(permissions(file.resolveSibling(name))).as(name).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void existingQueueIsTakenFromOthersAndItsFolderIsNot() throws IOException {
        Path file = folder.resolve("queue.db");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        QueueDatabase.open(QueueSettings.file(file)).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Path log = Files.createFile(folder.resolve("queue.db-journal"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-r--"));

        QueueDatabase.open(QueueSettings.file(file)).close();

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
        assertThat(Files.notExists(log) || permissions(log).equals("rw-------")).isTrue();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "mine");

        PrivateFiles.create(file);

        assertThat(file).hasContent("mine");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> PrivateFiles.createNew(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> PrivateFiles.createFolder(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void fileSystemWithoutSuchPermissionsIsWrittenToAsAnyOther() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            PrivateFiles.createFolder(zip.getPath("/a/b"));
            PrivateFiles.create(zip.getPath("/a/b/c"));
            PrivateFiles.create(zip.getPath("/a/b/c"));
            PrivateFiles.restrict(zip.getPath("/a/missing"));

            assertThat(Files.exists(zip.getPath("/a/b/c"))).isTrue();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
