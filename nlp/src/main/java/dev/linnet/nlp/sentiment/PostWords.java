package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.text.Emoji;
import dev.linnet.nlp.text.Hashtags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a post as features: in lower case, hashtags also as their words, words after a negation, up to the next sign,
 * apart from the same words without one. On the way the post's style and the moods of its words are gathered.
 */
final class PostWords {
    /** Stands at the start of each sentence. */
    private static final String START = "<s>";

    private static final String NEGATED = "not_";

    private static final Set<String> NEGATIONS = Set.of(
            "not", "n't", "no", "never", "none", "nothing", "nobody", "nor", "neither", "without", "hardly", "cannot",
            "cant", "dont", "wont", "didnt", "doesnt", "isnt", "wasnt", "aint");

    /** How many words a negation reaches. */
    private static final int REACH = 5;

    /** What {@link #known} says of a word that the table does not know. */
    private static final int UNKNOWN = -1;

    private final WordTable table;
    private final List<String> words = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private final PostStyle style = new PostStyle();
    private final RuleMoods rules = new RuleMoods();

    /** For each of {@link #words}: twice its index in the table, plus one when it is negated. */
    private int[] known = new int[64];

    private int negated;

    PostWords(WordTable table) {
        this.table = table;
    }

    /** Adds a sentence. */
    void see(List<String> tokens) {
        add(START, "", false, 0);
        rules.startSentence();
        negated = 0;
        for (String token : tokens) {
            style.see(token);
            see(token);
        }
    }

    private void see(String token) {
        if (token.charAt(0) == '@' && token.length() > 1) {
            return;
        }
        Emoji.Mood mood = Emoji.mood(token);
        String word = mood != null && token.codePointAt(0) >= 0x2000
                ? Character.toString(token.codePointAt(0))
                : folded(token);
        boolean letters = Character.isLetter(word.codePointAt(0)) || word.equals("n't");
        boolean negation = NEGATIONS.contains(word);
        add(
                word,
                token.toLowerCase(Locale.ROOT),
                letters && !negation && negated > 0,
                mood == null ? 0 : mood.strength());
        negated = negation ? REACH : letters ? negated - 1 : 0;
        if (letters) {
            plain.add(word);
        }
        if (token.charAt(0) == '#' && token.length() > 1) {
            for (String part : Hashtags.words(token.substring(1))) {
                String lower = part.toLowerCase(Locale.ROOT);
                add(lower, lower, false, 0);
            }
            plain.add(word.substring(1));
        }
    }

    /**
     * @param word as a feature
     * @param lower as the table has it
     * @param ownMood of a sign; 0 when the table is to be asked
     */
    private void add(String word, String lower, boolean isNegated, float ownMood) {
        if (words.size() == known.length) {
            known = java.util.Arrays.copyOf(known, 2 * known.length);
        }
        int index = find(lower, word);
        known[words.size()] = index < 0 ? UNKNOWN : 2 * index + (isNegated ? 1 : 0);
        words.add(isNegated ? NEGATED + word : word);
        float mood = ownMood != 0 || index < 0 ? ownMood : table.mood(index);
        rules.see(lower, mood, isNegated);
    }

    /** As it is written, or else as it is written without what is drawn out. */
    private int find(String lower, String word) {
        if (lower.isEmpty()) {
            return UNKNOWN;
        }
        int index = table.find(lower.replace('’', '\''));
        return index < 0 && !word.equals(lower) ? table.find(word) : index;
    }

    /** A token in lower case, drawn out to two letters at most, digits as 0. */
    private static String folded(String token) {
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

    /** All words and signs, in order, negated ones marked. */
    List<String> words() {
        return words;
    }

    /** The words alone, not marked. */
    List<String> plain() {
        return plain;
    }

    /** Twice the index in the table of the word at {@code i} of {@link #words}, plus one when it is negated; or negative. */
    int known(int i) {
        return known[i];
    }

    PostStyle style() {
        return style;
    }

    RuleMoods rules() {
        return rules;
    }
}
