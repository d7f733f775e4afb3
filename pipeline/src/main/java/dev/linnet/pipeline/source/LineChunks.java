package dev.linnet.pipeline.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts a stream of bytes into chunks of whole lines. Memory is bounded: a line that is longer than the cap is passed over and
 * told of, and so is the place where the stream breaks off.
 */
final class LineChunks implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(LineChunks.class);

    /** How much of what can't be read is shown. */
    private static final int EXCERPT = 4_096;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final String origin;
    private final long end;
    private final int target;
    private final int longestLine;

    private byte[] buffer;
    private int filled;
    /** Where in the stream's data {@code buffer[0]} stands: always the beginning of a line. */
    private long base;

    private boolean live;
    private boolean logs = true;
    private boolean ended;
    private @Nullable ReadProblem failure;

    /**
     * @param in stands at {@code position}
     * @param position the beginning of a line
     * @param end lines that begin here or later belong to another
     * @param target how many bytes a chunk has, if its lines are shorter
     * @param longestLine how long a line may be in bytes
     */
    LineChunks(InputStream in, String origin, long position, long end, int target, int longestLine) {
        this.in = in;
        this.origin = origin;
        this.base = position;
        this.end = end;
        this.target = target;
        this.longestLine = longestLine;
        this.buffer = new byte[target];
    }

    /** All lines of a stream; what cannot be read is left to the caller to tell. */
    static LineChunks whole(InputStream in, String origin) {
        ReadSettings settings = ReadSettings.DEFAULT;
        LineChunks chunks =
                new LineChunks(in, origin, 0, Long.MAX_VALUE, settings.batchBytes(), settings.longestLine());
        chunks.logs = false;
        return chunks;
    }

    /** All lines of a stream whose writer may pause: what is there by then is a chunk. */
    static LineChunks live(InputStream in, String origin) {
        LineChunks chunks = whole(in, origin);
        chunks.live = true;
        return chunks;
    }

    /** Passes over the rest of the line in which the position stands. */
    void skipToNextLine() {
        skipLine();
    }

    /** The next chunk, or null at the end. */
    @Nullable
    Chunk next() {
        while (base < end) {
            fill();
            dropByteOrderMark();
            int whole = ended && failure == null ? filled : LineScan.afterLastLine(buffer, 0, filled);
            if (whole > 0) {
                return chunk(ownedLines(whole));
            }
            if (ended) {
                return failure == null ? null : broken(failure);
            }
            if (buffer.length >= longestLine) {
                return tooLong();
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(longestLine, buffer.length * 2L));
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** How many of the whole lines begin before {@code end}, in bytes. */
    private int ownedLines(int whole) {
        if (base + whole <= end) {
            return whole;
        }
        int lastOwned = (int) (end - base) - 1;
        return Math.min(whole, LineScan.lineEnd(buffer, lastOwned, whole) + 1);
    }

    private Chunk chunk(int length) {
        RawBatch batch = new RawBatch(buffer, length, origin, base, null);
        byte[] rest = new byte[Math.max(target, filled - length)];
        System.arraycopy(buffer, length, rest, 0, filled - length);
        buffer = rest;
        filled -= length;
        base += length;
        return new Chunk(batch, base);
    }

    private Chunk tooLong() {
        long begin = base;
        byte[] excerpt = Arrays.copyOf(buffer, Math.min(filled, EXCERPT));
        skipLine();
        String message = String.format(
                Locale.ROOT,
                "%s: the line at byte %d is %,d bytes long; lines of up to %,d bytes are read. Is it a file of JSON lines?",
                origin,
                begin,
                base - begin,
                longestLine);
        warn(message);
        return new Chunk(
                new RawBatch(excerpt, excerpt.length, origin, begin, new ReadProblem("line-too-long", message)), base);
    }

    private Chunk broken(ReadProblem problem) {
        warn(problem.message());
        int length = Math.min(filled, EXCERPT);
        RawBatch batch = new RawBatch(Arrays.copyOf(buffer, length), length, origin, base, problem);
        base = FileSplit.READ;
        return new Chunk(batch, base);
    }

    private void warn(String message) {
        if (logs) {
            LOG.warn("{}", message);
        }
    }

    private void skipLine() {
        do {
            fill();
            int newline = LineScan.lineEnd(buffer, 0, filled);
            int skipped = Math.min(newline + 1, filled);
            System.arraycopy(buffer, skipped, buffer, 0, filled - skipped);
            filled -= skipped;
            base += skipped;
            if (newline < filled + skipped) {
                break;
            }
        } while (!ended);
        if (buffer.length > target && filled <= target) {
            buffer = Arrays.copyOf(buffer, target);
        }
    }

    /** Fills the buffer as far as the stream goes. */
    private void fill() {
        try {
            while (!ended && filled < buffer.length && !isPausing()) {
                int read = in.read(buffer, filled, buffer.length - filled);
                if (read < 0) {
                    ended = true;
                } else {
                    filled += read;
                }
            }
        } catch (IOException | RuntimeException e) {
            // The unpackers meet some damage with an IndexOutOfBoundsException.
            ended = true;
            failure = ReadProblems.whileReading(origin, base + filled, e);
        }
    }

    /** Whether a live stream has nothing more for now, and there are whole lines to go on with. */
    private boolean isPausing() throws IOException {
        return live && filled > 0 && in.available() == 0 && LineScan.afterLastLine(buffer, 0, filled) > 0;
    }

    private void dropByteOrderMark() {
        int mark = BYTE_ORDER_MARK.length;
        if (base == 0 && filled >= mark && Arrays.equals(buffer, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
            System.arraycopy(buffer, mark, buffer, 0, filled - mark);
            filled -= mark;
            base += mark;
        }
    }
}
