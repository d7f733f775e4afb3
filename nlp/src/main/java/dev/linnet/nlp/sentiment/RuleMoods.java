package dev.linnet.nlp.sentiment;

import java.util.Set;

/**
 * The mood of a post by rules over its words' own moods: a negation turns a mood about, an intensifier strengthens it, and
 * after a "but" it counts more than before. The rules and their factors follow VADER (Hutto and Gilbert, ICWSM 2014).
 */
final class RuleMoods {
    private static final float TURNED = -0.7f;
    private static final float STRENGTHENED = 1.29f;
    private static final float WEAKENED = 0.71f;

    /** What stands before a "but" against what stands after: VADER's 0.5 and 1.5. */
    private static final float BEFORE_BUT = 1 / 3f;

    private static final Set<String> STRENGTHENING = Set.of(
            "so",
            "very",
            "really",
            "absolutely",
            "totally",
            "extremely",
            "incredibly",
            "completely",
            "fucking",
            "super",
            "too",
            "amazingly",
            "especially",
            "most",
            "entirely",
            "deeply",
            "highly",
            "hella");

    private static final Set<String> WEAKENING = Set.of(
            "slightly", "somewhat", "kinda", "almost", "barely", "sorta", "little", "partly", "less", "marginally");

    private static final Set<String> TURNS = Set.of("but", "however", "though");

    private float factor = 1;
    private float sum;
    private float weighed;
    private float pleasant;
    private float unpleasant;
    private float highest;
    private float lowest;
    private float first;
    private float last;
    private int pleasantWords;
    private int unpleasantWords;

    /** Sees the start of a sentence. */
    void startSentence() {
        factor = 1;
    }

    /**
     * Sees a word.
     *
     * @param word in lower case
     * @param mood the word's own, −1 to 1; 0 for none
     */
    void see(String word, float mood, boolean negated) {
        if (TURNS.contains(word)) {
            weighed *= BEFORE_BUT;
        }
        if (STRENGTHENING.contains(word)) {
            factor = STRENGTHENED;
        } else if (WEAKENING.contains(word)) {
            factor = WEAKENED;
        } else {
            if (mood != 0) {
                add(mood * factor * (negated ? TURNED : 1));
            }
            factor = 1;
        }
    }

    private void add(float mood) {
        sum += mood;
        weighed += mood;
        highest = Math.max(highest, mood);
        lowest = Math.min(lowest, mood);
        first = first == 0 ? mood : first;
        last = mood;
        if (mood > 0) {
            pleasant += mood;
            pleasantWords++;
        } else {
            unpleasant -= mood;
            unpleasantWords++;
        }
    }

    /** Adds the moods from {@code place} on, each from about −1 to 1, and gives the next free place. */
    int addTo(FeatureVector vector, int place) {
        int next = place;
        vector.add(next++, squashed(sum));
        vector.add(next++, squashed(weighed));
        vector.add(next++, highest);
        vector.add(next++, -lowest);
        vector.add(next++, first);
        vector.add(next++, last);
        vector.add(next++, pleasant / (pleasant + 1));
        vector.add(next++, unpleasant / (unpleasant + 1));
        vector.add(next++, Math.min(pleasantWords, 3) / 3f);
        vector.add(next++, Math.min(unpleasantWords, 3) / 3f);
        vector.add(next++, pleasantWords + unpleasantWords == 0 ? 1 : 0);
        vector.add(next++, pleasantWords > 0 && unpleasantWords > 0 ? 1 : 0);
        return next;
    }

    private static float squashed(float sum) {
        return (float) (sum / Math.sqrt(sum * sum + 1));
    }
}
