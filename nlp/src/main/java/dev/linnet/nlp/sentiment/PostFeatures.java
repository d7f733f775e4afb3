package dev.linnet.nlp.sentiment;

import java.util.List;

/**
 * The features of a post that {@link LogisticModel} weighs: words, pairs of words and letter groups, hashed, so that no
 * one's words can be read out of a model; words of the {@link WordTable}; the moods that the recursive network and the rules
 * find; and how the post is written.
 *
 * <p>Places: first {@link #DENSE} dense features, then {@code 2^hashBits} that hashes lead to, then two for each word of the
 * table, plain and negated.
 */
final class PostFeatures {
    /** Bump when a feature changes: a model is only good for the features it was trained with. */
    static final int SCHEME = 3;

    /** How many places come first that no hash leads to. */
    static final int DENSE = 64;

    private static final float WORD_PAIR = 0.8f;
    private static final int SHORTEST_GROUP = 3;
    private static final int LONGEST_GROUP = 5;

    private final RecursiveNetwork network;
    private final NetworkWords networkWords;
    private final WordTable table;
    private final int mask;

    /** @param hashBits two to the power of this is how many places the hashes share */
    PostFeatures(RecursiveNetwork network, WordTable table, int hashBits) {
        this.network = network;
        this.networkWords = new NetworkWords(network::knows);
        this.table = table;
        this.mask = (1 << hashBits) - 1;
    }

    /** The first place of a word of the table. */
    static int firstKnown(int hashBits) {
        return DENSE + (1 << hashBits);
    }

    /** The features of a post's sentences of tokens; {@link FeatureVector#size} 0 when it has neither a word nor a sign with a mood. */
    FeatureVector of(List<List<String>> sentences) {
        FeatureVector vector = new FeatureVector();
        PostWords words = new PostWords(table);
        NetworkMoods moods = new NetworkMoods();
        for (List<String> tokens : sentences) {
            words.see(tokens);
            List<String> known = networkWords.of(tokens);
            if (!known.isEmpty()) {
                moods.add(network.classes(known), known.size());
            }
        }
        if (moods.isEmpty() || (words.plain().isEmpty() && !words.style().hasMood())) {
            return vector;
        }
        addWords(words, vector);
        addLetterGroups(words.plain(), vector);
        int dense = moods.addTo(vector, 0);
        dense = words.rules().addTo(vector, dense);
        words.style().addTo(vector, dense);
        return vector;
    }

    private void addWords(PostWords post, FeatureVector vector) {
        List<String> words = post.words();
        long before = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i > 0) {
                vector.add(place(hash(before * 31 + 2, word)), WORD_PAIR);
            }
            before = hash(1, word);
            vector.add(place(before), 1);
        }
        float unit = vector.normalize(0, 1);
        for (int i = 0; i < words.size(); i++) {
            if (post.known(i) >= 0) {
                vector.add(DENSE + mask + 1 + post.known(i), unit);
            }
        }
    }

    private void addLetterGroups(List<String> words, FeatureVector vector) {
        int start = vector.size();
        for (String word : words) {
            int end = word.length() + 1;
            for (int from = -1; from < end; from++) {
                long hash = 7;
                int longest = Math.min(end, from + LONGEST_GROUP);
                for (int to = from; to < longest; to++) {
                    hash = step(hash, to < 0 || to == word.length() ? ' ' : word.charAt(to));
                    if (to - from + 1 >= SHORTEST_GROUP) {
                        vector.add(place(hash), 1);
                    }
                }
            }
        }
        vector.normalize(start, 1);
    }

    private int place(long hash) {
        long mixed = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
        return DENSE + (int) ((mixed ^ (mixed >>> 32)) & mask);
    }

    private static long hash(long seed, String word) {
        long hash = seed;
        for (int i = 0; i < word.length(); i++) {
            hash = step(hash, word.charAt(i));
        }
        return hash;
    }

    private static long step(long hash, char c) {
        return (hash ^ c) * 0x9E3779B97F4A7C15L + (hash >>> 47);
    }
}
