package dev.linnet.cli.run;

import dev.linnet.cli.CommandException;
import dev.linnet.queue.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state folder of a run: its checkpoints, and whether the last run came to its end. A run that was killed or stopped is
 * gone on with; after one that came to its end, the next starts anew. One process holds the folder at a time. Only the owner may read
 * it: checkpoints hold posts.
 */
final class RunState implements AutoCloseable {
    private static final String UNFINISHED = "unfinished";

    private final Path folder;
    private final FileChannel lockFile;

    private RunState(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** Takes the folder, making it if it is missing. */
    static RunState open(Path folder) {
        try {
            PrivateFiles.createFolder(folder);
            Path lockFile = folder.resolve("lock");
            if (Files.exists(lockFile)) {
                // An older Linnet made the folder, and for everybody. Any other that the user names stays as it is.
                PrivateFiles.restrict(folder);
            }
            PrivateFiles.create(lockFile);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw CommandException.failed(
                        "another Linnet holds " + folder + "; stop it, or set job.state to another folder", null);
            }
            return new RunState(folder, channel);
        } catch (IOException e) {
            throw CommandException.failed(
                    "the state folder " + folder + " cannot be written (" + reason(e)
                            + "); set job.state to a folder that can, or free the disk",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The checkpoint to go on from, when the last run did not come to its end. */
    Optional<Path> resume() throws IOException {
        if (!Files.exists(folder.resolve(UNFINISHED))) {
            Checkpoints.clear(checkpoints());
            return Optional.empty();
        }
        return Checkpoints.newest(checkpoints());
    }

    /** Notes that a run is under way. */
    void begin() throws IOException {
        PrivateFiles.create(folder.resolve(UNFINISHED));
        Files.writeString(folder.resolve(UNFINISHED), "A run began here and has not come to its end.\n");
        PrivateFiles.createFolder(checkpoints());
        Checkpoints.clear(temporary());
        PrivateFiles.createFolder(temporary());
    }

    /** Notes that the run came to its end. */
    void finish() throws IOException {
        Files.deleteIfExists(folder.resolve(UNFINISHED));
        Checkpoints.clear(checkpoints());
        Checkpoints.clear(savepoints());
    }

    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Where Flink and RocksDB keep files while they run; emptied when a run begins. */
    Path temporary() {
        return folder.resolve("tmp");
    }

    Path savepoints() {
        return folder.resolve("savepoints");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
