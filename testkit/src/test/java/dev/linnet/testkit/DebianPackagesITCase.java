package dev.linnet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackagesITCase {
    @Test
    void aPackageIsUnpackedAndItsProgramRuns(@TempDir Path folder) throws Exception {
        Program hello = new DebianPackages(folder, "/nowhere").find("hello", List.of("hello"));

        assertThat(hello.path()).startsWith(folder);
        Process process = hello.command("--greeting=it runs").start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("it runs");

        assertThatThrownBy(() -> new DebianPackages(folder, "").find("nothing", List.of("linnet-no-such-package")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("apt-get install linnet-no-such-package")
                .hasMessageContaining("put nothing on the PATH");
    }

    @Test
    void anInstalledProgramGoesFirst(@TempDir Path folder) {
        Program shell = new DebianPackages(folder, "/nowhere:/bin").find("sh", List.of("dash"));
        assertThat(shell.path()).isEqualTo(Path.of("/bin/sh"));
        assertThat(shell.environment()).isEmpty();
    }
}
