package dev.linnet.keywords.matching;

/**
 * A map from 64-bit hashes to numbers above 0, made to say "no" fast: a bit set of sixteen bits a key is asked first.
 *
 * <p>Open addressing with linear probing. Two words with one hash share an entry, so a "yes" must be verified.
 */
final class HashIndex {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[16];
    private int[] values = new int[16];
    private long[] filter = new long[4];
    private int size;

    /** Adds a word's next character to its hash; begin with 0. */
    static long step(long hash, char c) {
        return (hash ^ c) * MULTIPLIER;
    }

    /** The hash of a whole word. */
    static long hash(CharSequence word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = step(hash, word.charAt(i));
        }
        return hash;
    }

    /** A hash of two numbers. */
    static long pair(int a, int b) {
        return (((long) a << 32) ^ b ^ 0x5bd1e995L) * MULTIPLIER;
    }

    /** The number stored under a hash, or 0. */
    int get(long hash) {
        long mixed = mix(hash);
        int bit = (int) (mixed >>> 40) & (filter.length * 64 - 1);
        if ((filter[bit >>> 6] & (1L << bit)) == 0) {
            return 0;
        }
        return probe(mixed);
    }

    private int probe(long mixed) {
        int mask = keys.length - 1;
        int slot = (int) mixed & mask;
        while (values[slot] != 0) {
            if (keys[slot] == mixed) {
                return values[slot];
            }
            slot = (slot + 1) & mask;
        }
        return 0;
    }

    /** Stores a number above 0 under a hash, in place of what was there. */
    void put(long hash, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        insert(mix(hash), value);
    }

    private void insert(long mixed, int value) {
        int mask = keys.length - 1;
        int slot = (int) mixed & mask;
        while (values[slot] != 0 && keys[slot] != mixed) {
            slot = (slot + 1) & mask;
        }
        if (values[slot] == 0) {
            size++;
        }
        keys[slot] = mixed;
        values[slot] = value;
        int bit = (int) (mixed >>> 40) & (filter.length * 64 - 1);
        filter[bit >>> 6] |= 1L << bit;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        filter = new long[Math.min(keys.length / 8, 1 << 17)];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static long mix(long hash) {
        long h = hash ^ (hash >>> 32);
        h *= 0xD6E8FEB86659FD93L;
        return h ^ (h >>> 29);
    }
}
