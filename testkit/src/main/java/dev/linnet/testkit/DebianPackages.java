package dev.linnet.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Programs that tests need: from the PATH, or else from Debian's packages, downloaded and unpacked into the working copy's
 * {@code .cache/debian}. Nothing on the system is changed and no root is needed. A program that cannot be had is an error,
 * never a test skipped.
 */
public final class DebianPackages {
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path folder;
    private final String searchPath;

    /**
     * @param folder where downloads and unpacked packages are kept
     * @param searchPath the folders to look in first, in the PATH's syntax
     */
    DebianPackages(Path folder, String searchPath) {
        this.folder = folder;
        this.searchPath = searchPath;
    }

    /**
     * A program, installed or unpacked.
     *
     * @param program the program's name, such as {@code influxd}
     * @param packages the Debian packages that hold it and what it needs besides their dependencies
     * @throws IllegalStateException when it can neither be found nor downloaded; the message names the mend
     */
    public static Program program(String program, String... packages) {
        return new DebianPackages(
                        Repository.cache().resolve("debian"),
                        Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .find(program, List.of(packages));
    }

    Program find(String program, List<String> packages) {
        Optional<Program> installed = installed(program).map(path -> new Program(path, Map.of()));
        return installed.orElseGet(() -> unpacked(program, packages));
    }

    private Optional<Path> installed(String program) {
        for (String entry : searchPath.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry, program);
            if (!entry.isEmpty() && Files.isExecutable(path) && !Files.isDirectory(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private Program unpacked(String program, List<String> packages) {
        UnpackedRoot root = new UnpackedRoot(folder.resolve(String.join("+", packages)));
        try {
            Files.createDirectories(folder);
            synchronized (ONE_AT_A_TIME) {
                try (FileChannel channel = FileChannel.open(
                                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (!root.isComplete() && lock.isValid()) {
                        System.err.printf(
                                "%s is not installed: downloading Debian's %s into %s, once%n",
                                program, String.join(", ", packages), root.folder());
                        new AptDownload(folder).unpack(packages, root);
                    }
                }
            }
            return root.program(program);
        } catch (IOException e) {
            throw failure(program, packages, e.getMessage(), e);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw failure(program, packages, e.getMessage(), e);
        }
    }

    private static IllegalStateException failure(
            String program, List<String> packages, @Nullable String why, Exception cause) {
        String names = String.join(" ", packages);
        return new IllegalStateException(
                program + " is not on the PATH, and Debian's package " + names + " could not be unpacked: " + why
                        + "\nInstall it (apt-get install " + names + ") or put " + program + " on the PATH.",
                cause);
    }
}
