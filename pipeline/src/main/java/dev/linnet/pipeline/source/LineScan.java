package dev.linnet.pipeline.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line ends, eight bytes at a step. */
final class LineScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private LineScan() {}

    /** The index of the first newline of {@code buffer[from, to)}, or {@code to} where there is none. */
    static int lineEnd(byte[] buffer, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long zeroWhereNewline = (long) LONGS.get(buffer, at) ^ NEWLINES;
            // The lowest high bit that this sets is exact (H. S. Warren, Hacker's Delight, "Find first 0-byte").
            long found = (zeroWhereNewline - ONES) & ~zeroWhereNewline & HIGHS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The index after the last newline of {@code buffer[from, to)}, or {@code from} where there is none. */
    static int afterLastLine(byte[] buffer, int from, int to) {
        int at = to;
        while (at > from && buffer[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
