package dev.linnet.pipeline.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Reads records in order, batch by batch, without a job. What cannot be read comes as a batch with its {@link RawBatch#problem()}.
 */
public final class RecordBatches {
    private RecordBatches() {}

    /**
     * Reads a file, plain, gzip or bzip2 as its name says.
     *
     * @param to takes each batch, and says whether it wants more
     * @return whether it wanted more to the end
     */
    public static boolean ofFile(Path file, Predicate<RawBatch> to) {
        String name = file.toString();
        try (InputStream in = open(file)) {
            return pass(LineChunks.whole(in, name), to);
        } catch (IOException e) {
            // Only opening and closing throw; what goes wrong in between comes as a batch.
            return to.test(new RawBatch(new byte[0], 0, name, 0, ReadProblems.whileOpening(name, e)));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream packed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            return Compression.ofName(InputFiles.lowerCaseName(file)).unpack(packed);
        } catch (IOException | RuntimeException e) {
            packed.close();
            // The unpackers meet some damage with an IndexOutOfBoundsException.
            throw e instanceof IOException known ? known : new IOException(e);
        }
    }

    /**
     * Reads a stream; lines are passed on as they come, so that whoever writes them a few at a time sees what becomes of them.
     *
     * @param name what to call it where it is told of
     * @param to takes each batch, and says whether it wants more
     * @return whether it wanted more to the end
     */
    public static boolean ofStream(InputStream in, String name, Predicate<RawBatch> to) {
        return pass(LineChunks.live(in, name), to);
    }

    private static boolean pass(LineChunks chunks, Predicate<RawBatch> to) {
        for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (!to.test(chunk.batch())) {
                return false;
            }
        }
        return true;
    }
}
