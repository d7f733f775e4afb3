package dev.linnet.nlp.sentiment;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * Words that something is known of before any post is read, and the mood each has by itself. Words are kept as hashes of 32
 * bits: another word is taken for one of a hundred thousand words once in 40,000.
 */
final class WordTable {
    static final WordTable EMPTY = new WordTable(new int[0], new byte[0]);

    private static final int MOST = 1 << 20;

    /** Ascending. */
    private final int[] hashes;

    /** In 127ths; 0 for a word without a mood. */
    private final byte[] moods;

    private WordTable(int[] hashes, byte[] moods) {
        this.hashes = hashes;
        this.moods = moods;
    }

    /**
     * A table of words.
     *
     * @param moods by word, −1 to 1; a word without one has none
     */
    static WordTable of(Collection<String> words, Map<String, Float> moods) {
        int[] hashes =
                words.stream().mapToInt(WordTable::hash).distinct().sorted().toArray();
        WordTable table = new WordTable(hashes, new byte[hashes.length]);
        for (String word : words) {
            float mood = Math.max(-1, Math.min(1, moods.getOrDefault(word, 0f)));
            if (mood != 0) {
                table.moods[table.find(word)] = (byte) Math.rint(Byte.MAX_VALUE * mood);
            }
        }
        return table;
    }

    int size() {
        return hashes.length;
    }

    /** The index of a word in lower case, 0 to {@link #size} − 1, or negative when nothing is known of it. */
    int find(String word) {
        return Arrays.binarySearch(hashes, hash(word));
    }

    /** The mood of the word at an index, −1 to 1. */
    float mood(int index) {
        return moods[index] / (float) Byte.MAX_VALUE;
    }

    private static int hash(String word) {
        long hash = 17;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ (hash >>> 29));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(hashes.length);
        for (int hash : hashes) {
            out.writeInt(hash);
        }
        out.write(moods);
    }

    static WordTable read(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException("damaged: " + size + " words");
        }
        int[] hashes = new int[size];
        for (int i = 0; i < size; i++) {
            hashes[i] = in.readInt();
        }
        byte[] moods = new byte[size];
        in.readFully(moods);
        return new WordTable(hashes, moods);
    }
}
