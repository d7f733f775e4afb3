package dev.linnet.keywords.matching;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds JSON keys in bytes by looking at every fourth position only.
 *
 * <p>Any seven bytes hold, whatever their alignment, four bytes that begin at a multiple of four. So for each key seven
 * bytes are chosen, and the four "windows" of four bytes in them are entered in a table: to step through the input by four
 * and look each window up finds every key. A window that is in the table is then compared with the keys in full. The
 * probes do not depend on each other, so that the processor runs many at once.
 */
final class KeyWindows {
    /**
     * A key to be found.
     *
     * @param name the key
     * @param from where in {@code "name"}, quotes included, the seven bytes begin; what goes past the closing quote is a
     *     colon, white space or a quote
     */
    record Key(String name, int from) {}

    private static final int REGION = 7;
    private static final int WINDOW = 4;
    private static final int TABLE_BITS = 13;
    private static final int MOST_WINDOWS = 256;
    private static final String AFTER_KEY = ": \t\n\r\"";
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final List<byte[]> names = new ArrayList<>();
    /** The first entry of each slot, without a sign, or 0. */
    private final byte[] slots = new byte[1 << TABLE_BITS];

    private final int[] windows = new int[MOST_WINDOWS];
    private final int[] keyOf = new int[MOST_WINDOWS];
    /** How far before the window the name begins. */
    private final int[] back = new int[MOST_WINDOWS];

    private final int[] next = new int[MOST_WINDOWS];
    private int entries;

    KeyWindows(List<Key> keys) {
        for (Key key : keys) {
            names.add(key.name().getBytes(StandardCharsets.US_ASCII));
            for (int shift = 0; shift < WINDOW; shift++) {
                for (String window : windows(key, shift)) {
                    enter(window, names.size() - 1, key.from() + shift - 1);
                }
            }
        }
    }

    private static Set<String> windows(Key key, int shift) {
        String quoted = '"' + key.name() + '"';
        if (key.from() + REGION > quoted.length() + 2) {
            throw new IllegalArgumentException("key '" + key.name() + "' is too short for a window from " + key.from());
        }
        Set<String> windows = new TreeSet<>();
        for (int a = 0; a < AFTER_KEY.length(); a++) {
            for (int b = 0; b < AFTER_KEY.length(); b++) {
                String padded = quoted + AFTER_KEY.charAt(a) + AFTER_KEY.charAt(b);
                int from = key.from() + shift;
                windows.add(padded.substring(from, from + WINDOW));
            }
        }
        return windows;
    }

    private void enter(String window, int key, int nameBack) {
        if (++entries == windows.length) {
            throw new IllegalStateException("more windows than " + windows.length);
        }
        int value = (int) INTS.get(window.getBytes(StandardCharsets.US_ASCII), 0);
        windows[entries] = value;
        keyOf[entries] = key;
        back[entries] = nameBack;
        next[entries] = slots[slot(value)] & 0xff;
        slots[slot(value)] = (byte) entries;
    }

    /**
     * The first position at or after {@code at}, in steps of four, whose window is in the table; {@code to} if none.
     * Windows that would reach beyond {@code to} are not looked at.
     */
    int next(byte[] buffer, int at, int to) {
        byte[] table = slots;
        int p = at;
        for (int end = to - 16; p <= end; p += 16) {
            long a = (long) LONGS.get(buffer, p);
            long b = (long) LONGS.get(buffer, p + 8);
            int first = table[slot((int) a)];
            int second = table[slot((int) (a >>> 32))];
            int third = table[slot((int) b)];
            int fourth = table[slot((int) (b >>> 32))];
            if ((first | second | third | fourth) != 0) {
                return first != 0 ? p : second != 0 ? p + 4 : third != 0 ? p + 8 : p + 12;
            }
        }
        for (; p <= to - WINDOW; p += WINDOW) {
            if (table[slot((int) INTS.get(buffer, p))] != 0) {
                return p;
            }
        }
        return to;
    }

    /** The table's first entry for the window at a position that {@link #next} returned. */
    int entry(byte[] buffer, int at) {
        int window = (int) INTS.get(buffer, at);
        return sameWindow(slots[slot(window)] & 0xff, window);
    }

    /** The entry after this one for the same window, or 0. */
    int following(int entry) {
        return sameWindow(next[entry], windows[entry]);
    }

    private int sameWindow(int from, int window) {
        int entry = from;
        while (entry != 0 && windows[entry] != window) {
            entry = next[entry];
        }
        return entry;
    }

    /** The number of an entry's key, in the order they were given. */
    int key(int entry) {
        return keyOf[entry];
    }

    /** The byte after the closing quote of an entry's key, if that stands in full around the position; −1 if not. */
    int keyEnd(int entry, byte[] buffer, int at, int from, int to) {
        byte[] name = names.get(keyOf[entry]);
        int start = at - back[entry];
        int end = start + name.length;
        if (start <= from || end >= to || buffer[end] != '"') {
            return -1;
        }
        for (int i = 0; i < name.length; i++) {
            if (buffer[start + i] != name[i]) {
                return -1;
            }
        }
        return end + 1;
    }

    /** Where an entry's name begins, when its window is at a position. */
    int nameStart(int entry, int at) {
        return at - back[entry];
    }

    private static int slot(int window) {
        return (window * 0x9E3779B1) >>> (32 - TABLE_BITS);
    }
}
