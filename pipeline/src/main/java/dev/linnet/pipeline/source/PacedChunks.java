package dev.linnet.pipeline.source;

import dev.linnet.pipeline.parse.RecordTimes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives the lines of chunks when they are due. */
final class PacedChunks {
    private final Pacer pacer;
    private @Nullable Chunk chunk;
    private int at;
    /** When the line at {@code at} is due; known once it has been looked at. */
    private long dueNanos;

    private boolean looked;

    PacedChunks(Pacer pacer) {
        this.pacer = pacer;
    }

    boolean isEmpty() {
        return chunk == null;
    }

    /** Takes the next chunk, once the one before is used up. */
    void put(Chunk next) {
        chunk = next;
        at = 0;
        looked = false;
    }

    /** When the next line is due. */
    long dueNanos() {
        return dueNanos;
    }

    /** The lines that are due now as one chunk; null if none is yet. */
    @Nullable
    Chunk take(long nowNanos) {
        Chunk whole = chunk;
        if (whole == null) {
            return null;
        }
        if (whole.batch().problem() != null) {
            chunk = null;
            return whole;
        }
        byte[] bytes = whole.batch().bytes();
        int length = whole.batch().length();
        int from = at;
        while (at < length) {
            int lineEnd = LineScan.lineEnd(bytes, at, length);
            if (!looked) {
                dueNanos = pacer.dueNanos(RecordTimes.millis(bytes, at, lineEnd), nowNanos);
                looked = true;
            }
            if (dueNanos - nowNanos > 0) {
                break;
            }
            at = Math.min(lineEnd + 1, length);
            looked = false;
        }
        if (at == length) {
            chunk = null;
        }
        return at == from ? null : slice(whole, from, at);
    }

    private static Chunk slice(Chunk whole, int from, int to) {
        RawBatch all = whole.batch();
        long offset = all.offset() + from;
        byte[] lines = from == 0 && to == all.length() ? all.bytes() : Arrays.copyOfRange(all.bytes(), from, to);
        return new Chunk(new RawBatch(lines, to - from, all.origin(), offset, null), offset + to - from);
    }
}
