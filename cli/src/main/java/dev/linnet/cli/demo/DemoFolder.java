package dev.linnet.cli.demo;

import dev.linnet.cli.CommandException;
import dev.linnet.queue.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a demo, emptied at each start. A mark in it says that a demo made it: a folder that holds anything else, a file or
 * a link is never touched. While a demo runs, it holds a lock on the mark, so that a second one does not empty the folder under it.
 */
final class DemoFolder implements AutoCloseable {
    private static final String MARK = ".linnet-demo";

    private final FileChannel lock;

    private DemoFolder(FileChannel lock) {
        this.lock = lock;
    }

    /** Makes the folder, or empties the one of an earlier demo; only its owner may look into it. */
    static DemoFolder prepare(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(folder, "is a file or a link, and a demo needs a folder of its own");
            }
            if (!Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS) && !isEmpty(folder)) {
                throw refused(folder, "holds files that no demo made, and a demo empties its folder");
            }
        }
        PrivateFiles.createFolder(folder);
        PrivateFiles.restrict(folder);
        FileChannel channel = FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw CommandException.failed(
                    "another demo runs on " + folder + "; stop it, or give --data another folder", null);
        }
        empty(folder, mark);
        return new DemoFolder(channel);
    }

    private static CommandException refused(Path folder, String why) {
        return CommandException.usage("--data " + folder + " " + why + "; give the name of a new folder");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Links are removed and not followed. */
    private static void empty(Path folder, Path mark) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            if (!file.equals(mark) && !file.equals(folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the mark of a demo's folder", e);
        }
    }
}
