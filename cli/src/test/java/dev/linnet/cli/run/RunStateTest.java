package dev.linnet.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {
    @TempDir
    private Path folder;

    @Test
    void newStateIsForItsOwnerAlone() throws IOException {
        Path state = folder.resolve("data/state");
        try (RunState run = RunState.open(state)) {
            run.begin();

            assertThat(permissions(state)).isEqualTo("rwx------");
            assertThat(permissions(run.checkpoints())).isEqualTo("rwx------");
            assertThat(permissions(state.resolve("lock"))).isEqualTo("rw-------");
            assertThat(permissions(state.resolve("unfinished"))).isEqualTo("rw-------");
        }
    }

    @Test
    void stateOfAnOlderLinnetIsTakenFromOthers() throws IOException {
        Files.createFile(folder.resolve("lock"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder.resolve("lock"), PosixFilePermissions.fromString("rw-r--r--"));
        try (RunState run = RunState.open(folder)) {
            assertThat(run.resume()).isEmpty();
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(permissions(folder.resolve("lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void folderOfTheUsersOwnKeepsItsPermissions() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (RunState run = RunState.open(folder)) {
            run.begin();
            assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
            assertThat(permissions(run.checkpoints())).isEqualTo("rwx------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
