package dev.linnet.pipeline.phrases;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Tells phrases that begin or end in the midst of a keyword: "gear for contact" where posts speak of contact microphones, which are
 * tracked. That "contact" may be a keyword too changes nothing.
 */
final class TornKeyword {
    /** How far beyond the phrase a keyword is looked for, in words. */
    private static final int REACH = 2;

    private static final int MOST_POSTS = 30;

    private final ToIntFunction<String> keywordsIn;

    /** @param keywordsIn how many keywords stand in a text */
    TornKeyword(ToIntFunction<String> keywordsIn) {
        this.keywordsIn = keywordsIn;
    }

    /** Whether a keyword begins or ends within the phrase in most of some posts that hold it. */
    boolean isIn(String phrase, List<PhraseMemory.Entry> posts) {
        List<String> words = PhraseWords.words(phrase);
        long key = PhraseWords.key(words);
        int found = 0;
        int torn = 0;
        for (PhraseMemory.Entry entry : posts.subList(0, Math.min(MOST_POSTS, posts.size()))) {
            List<String> pieces = PhraseWords.pieces(entry.held().post().text());
            int from = place(key, words.size(), pieces);
            if (from >= 0) {
                found++;
                torn += isTorn(pieces, from, from + words.size()) ? 1 : 0;
            }
        }
        return 2 * torn > found;
    }

    private static int place(long key, int length, List<String> pieces) {
        for (int from = 0; from + length <= pieces.size(); from++) {
            if (PhraseWords.key(pieces.subList(from, from + length)) == key) {
                return from;
            }
        }
        return -1;
    }

    private boolean isTorn(List<String> pieces, int from, int to) {
        List<String> before = pieces.subList(Math.max(0, from - REACH), from);
        List<String> phrase = pieces.subList(from, to);
        List<String> after = pieces.subList(to, Math.min(pieces.size(), to + REACH));
        return isAcross(before, phrase) || isAcross(phrase, after);
    }

    private boolean isAcross(List<String> left, List<String> right) {
        String apart = String.join(" ", left) + " . " + String.join(" ", right);
        String together = String.join(" ", left) + " " + String.join(" ", right);
        return keywordsIn.applyAsInt(together) > keywordsIn.applyAsInt(apart);
    }
}
