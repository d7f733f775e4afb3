package dev.linnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small configuration with a vocabulary of one keyword, in a folder of the test's own. */
final class TestConfig {
    private TestConfig() {}

    static Path write(Path folder, String more) throws IOException {
        Files.writeString(folder.resolve("words.txt"), "fern wall\n");
        Files.createDirectories(folder.resolve("stream"));
        return Files.writeString(
                folder.resolve("linnet.yaml"),
                "author:\n  name: Ada\nvocabulary:\n  file: words.txt\nsources:\n  - files: [stream]\n" + more);
    }
}
