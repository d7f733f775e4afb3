package dev.linnet.keywords.matching;

import java.util.Arrays;

/**
 * Decides word by word, by hashes alone, whether a text may hold a phrase of an index: no false "no", hardly a false
 * "yes".
 *
 * <p>Keeps the trie nodes that the last words have reached, so that a phrase costs nothing until its first word is seen.
 * Punctuation between the words is not looked at. Used by one thread.
 */
final class WordScan {
    private static final char[] NO_CHARS = {};
    private static final byte[] NO_ENTRIES = {};

    private final PhraseIndex index;
    private final int[] reached;
    private int count;

    /** Whether the next word would stand in a hashtag or a mention. */
    private boolean open;
    /** Whether the last thing seen was a word inside a tag. */
    private boolean afterTagWord;

    private char[] tagChars = NO_CHARS;
    private byte[] tagEntries = NO_ENTRIES;
    private int tagLength;

    WordScan(PhraseIndex index) {
        this.index = index;
        this.reached = new int[index.deepest() + 1];
    }

    /** Forgets what came before: a new text begins. */
    void reset() {
        count = 0;
        open = false;
        afterTagWord = false;
        tagLength = 0;
    }

    /** Whether the characters of the word at hand are wanted, by {@link #tagCharacter}. */
    boolean inTag() {
        return open;
    }

    /** Notes a folded character of a word in a tag, with its {@link Folding#entry}. */
    void tagCharacter(char folded, int entry) {
        if (tagLength == tagChars.length) {
            int capacity = Math.max(32, tagLength * 2);
            tagChars = Arrays.copyOf(tagChars, capacity);
            tagEntries = Arrays.copyOf(tagEntries, capacity);
        }
        tagChars[tagLength] = folded;
        tagEntries[tagLength++] = (byte) entry;
    }

    /** A word has ended. Whether a phrase has ended with it. */
    boolean word(long hash) {
        boolean hit = open && tagHit();
        afterTagWord = open;
        open = false;
        tagLength = 0;
        return advance(index.wordByHash(hash)) || hit;
    }

    /** A word outside tags has ended, followed by a mark that just parts words. Whether a phrase has ended with it. */
    boolean plainWord(long hash) {
        return advance(index.wordByHash(hash));
    }

    /** So many characters outside tags have been passed. */
    void ran(int length) {
        afterTagWord &= length == 0;
    }

    /** An ideograph or symbol. Whether a phrase ends with it. */
    boolean single(long hash) {
        passSingle();
        return advance(index.wordByHash(hash));
    }

    /** An ideograph or symbol that is in no phrase. */
    void foreignSingle() {
        passSingle();
        count = 0;
    }

    /** A character between words. */
    void separator(char c) {
        open = c == '#' || c == '@' || (c == '_' && afterTagWord);
        afterTagWord = false;
    }

    private void passSingle() {
        open = false;
        afterTagWord = false;
    }

    private boolean advance(int word) {
        if (word == 0) {
            count = 0;
            return false;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int child = index.child(reached[i], word);
            if (child != 0) {
                if (!index.entries(child).isEmpty()) {
                    return true;
                }
                reached[kept++] = child;
            }
        }
        int child = index.child(PhraseIndex.ROOT, word);
        if (child != 0) {
            if (!index.entries(child).isEmpty()) {
                return true;
            }
            reached[kept++] = child;
        }
        count = kept;
        return false;
    }

    private boolean tagHit() {
        for (int from = 0; from < tagLength; from++) {
            if (partBegins(from) && tagHitFrom(from)) {
                return true;
            }
        }
        return false;
    }

    private boolean tagHitFrom(int from) {
        long hash = 0;
        int end = Math.min(tagLength, from + index.longestTag());
        for (int i = from; i < end; i++) {
            hash = HashIndex.step(hash, tagChars[i]);
            if (partBegins(i + 1) && index.mayBeTag(hash)) {
                return true;
            }
        }
        return false;
    }

    private boolean partBegins(int i) {
        return i == 0
                || i == tagLength
                || TagParts.begins(tagEntries[i - 1], tagEntries[i], i + 1 < tagLength ? tagEntries[i + 1] : 0);
    }
}
