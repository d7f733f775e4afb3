package dev.linnet.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The working copy that the tests run in: the nearest folder upwards that holds {@code mvnw}. */
public final class Repository {
    private Repository() {}

    /** The top folder. */
    public static Path root() {
        @Nullable Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("No folder above " + Path.of("").toAbsolutePath()
                    + " holds mvnw; run the tests inside a working copy of Linnet");
        }
        return folder;
    }

    /** A file of the working copy, by its path from the top folder. */
    public static Path file(String path) {
        return root().resolve(path);
    }

    /** The folder for what is downloaded once and kept ({@code .cache/}, ignored by git); made if missing. */
    static Path cache() {
        try {
            return Files.createDirectories(root().resolve(".cache"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + root().resolve(".cache"), e);
        }
    }
}
