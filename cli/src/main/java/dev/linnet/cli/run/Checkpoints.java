package dev.linnet.cli.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkpoints that earlier runs left in the state folder. */
final class Checkpoints {
    /** The number that Flink's checkpoint metadata starts with (Checkpoints.HEADER_MAGIC_NUMBER). */
    private static final int MAGIC = 0x4960672d;

    private Checkpoints() {}

    /** The folder of the newest checkpoint that is whole; a half-written one, left by a killed process, is passed over. */
    static Optional<Path> newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            List<Path> metadata = files.filter(
                            file -> file.getFileName().toString().equals("_metadata"))
                    .filter(Checkpoints::isWhole)
                    .toList();
            return metadata.stream()
                    .max(Comparator.comparing(Checkpoints::written))
                    .map(Path::getParent);
        }
    }

    /** Removes what a finished run left behind; Flink may be removing the same files at this moment. */
    static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isWhole(Path metadata) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(metadata))) {
            return in.readInt() == MAGIC;
        } catch (IOException e) {
            return false;
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
