package dev.linnet.pipeline.parse;

/** Looks for byte strings in a buffer. */
final class Bytes {
    private Bytes() {}

    static boolean startsWith(byte[] buffer, int from, int to, byte[] head) {
        if (to - from < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if (buffer[from + i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first place of a byte string within {@code buffer[from, to)}, or -1. */
    static int indexOf(byte[] buffer, int from, int to, byte[] sought) {
        byte first = sought[0];
        int last = to - sought.length;
        for (int i = from; i <= last; i++) {
            if (buffer[i] == first && startsWith(buffer, i, to, sought)) {
                return i;
            }
        }
        return -1;
    }
}
