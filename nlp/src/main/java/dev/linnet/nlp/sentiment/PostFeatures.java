package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.text.Emoji;
import dev.linnet.nlp.text.Hashtags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The features of a post that {@link LogisticModel} weighs: words, pairs of words and letter groups, hashed, so that no
 * one's words can be read out of a model; the recursive network's moods; and how the post is written.
 *
 * <p>Words after a negation, up to the next sign, are other features than the same words without one.
 */
final class PostFeatures {
    /** Bump when a feature changes: a model is only good for the features it was trained with. */
    static final int SCHEME = 1;

    /** How many places come first that no hash leads to. */
    static final int DENSE = 32;

    private static final Set<String> NEGATIONS = Set.of(
            "not", "n't", "no", "never", "none", "nothing", "nobody", "nor", "neither", "without", "hardly", "cannot",
            "cant", "dont", "wont", "didnt", "doesnt", "isnt", "wasnt", "aint");

    /** How many words a negation reaches. */
    private static final int NEGATED = 5;

    private static final float WORD_PAIR = 0.8f;
    private static final float WORD_TRIPLE = 0.5f;
    private static final int SHORTEST_GROUP = 3;
    private static final int LONGEST_GROUP = 5;

    private final RecursiveNetwork network;
    private final NetworkWords networkWords;
    private final int mask;

    /** @param hashBits two to the power of this is how many places the hashes share */
    PostFeatures(RecursiveNetwork network, int hashBits) {
        this.network = network;
        this.networkWords = new NetworkWords(network::knows);
        this.mask = (1 << hashBits) - 1;
    }

    /** The features of a post's sentences of tokens; {@link FeatureVector#size} 0 when it has neither a word nor a sign with a mood. */
    FeatureVector of(List<List<String>> sentences) {
        FeatureVector vector = new FeatureVector();
        PostStyle style = new PostStyle();
        NetworkMoods moods = new NetworkMoods();
        List<String> words = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (List<String> tokens : sentences) {
            collect(tokens, words, plain, style);
            List<String> known = networkWords.of(tokens);
            if (!known.isEmpty()) {
                moods.add(network.classes(known), known.size());
            }
        }
        if (moods.isEmpty() || (plain.isEmpty() && !style.hasMood())) {
            return vector;
        }
        addWords(words, vector);
        addLetterGroups(plain, vector);
        int dense = moods.addTo(vector, 0);
        style.addTo(vector, dense);
        return vector;
    }

    private static void collect(List<String> tokens, List<String> words, List<String> plain, PostStyle style) {
        words.add("<s>");
        int negated = 0;
        for (String token : tokens) {
            style.see(token);
            String word = word(token);
            if (word.isEmpty()) {
                continue;
            }
            boolean letters = Character.isLetter(word.codePointAt(0)) || word.equals("n't");
            if (NEGATIONS.contains(word)) {
                words.add(word);
                negated = NEGATED;
            } else if (letters) {
                words.add(negated > 0 ? "not_" + word : word);
                negated--;
            } else {
                words.add(word);
                negated = 0;
            }
            if (letters) {
                plain.add(word);
            }
            if (token.charAt(0) == '#' && token.length() > 1) {
                for (String part : Hashtags.words(token.substring(1))) {
                    words.add(part.toLowerCase(Locale.ROOT));
                }
                plain.add(word.substring(1));
            }
        }
    }

    /** A token as a feature: lower case, drawn out to two letters at most, digits as 0; empty for a mention. */
    private static String word(String token) {
        if (token.charAt(0) == '@' && token.length() > 1) {
            return "";
        }
        Emoji.Mood mood = Emoji.mood(token);
        if (mood != null && token.codePointAt(0) >= 0x2000) {
            return Character.toString(token.codePointAt(0));
        }
        StringBuilder word = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = Character.toLowerCase(token.charAt(i));
            c = Character.isDigit(c) ? '0' : c == '’' ? '\'' : c;
            int n = word.length();
            if (n < 2 || word.charAt(n - 1) != c || word.charAt(n - 2) != c) {
                word.append(c);
            }
        }
        return word.toString();
    }

    private void addWords(List<String> words, FeatureVector vector) {
        int start = vector.size();
        for (int i = 0; i < words.size(); i++) {
            long hash = hash(1, words.get(i));
            vector.add(place(hash), 1);
            if (i + 1 < words.size()) {
                vector.add(place(hash(hash * 31 + 2, words.get(i + 1))), WORD_PAIR);
            }
            if (i + 2 < words.size()) {
                vector.add(place(hash(hash(hash * 31 + 3, words.get(i + 1)) * 31, words.get(i + 2))), WORD_TRIPLE);
            }
        }
        vector.normalize(start, 1);
    }

    private void addLetterGroups(List<String> words, FeatureVector vector) {
        int start = vector.size();
        for (String word : words) {
            String padded = " " + word + " ";
            for (int from = 0; from < padded.length(); from++) {
                long hash = 7;
                int longest = Math.min(padded.length(), from + LONGEST_GROUP);
                for (int to = from; to < longest; to++) {
                    hash = step(hash, padded.charAt(to));
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
