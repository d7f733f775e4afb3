package dev.linnet.nlp.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parts a post that sets one thing against another ("I love the camera but the battery is a joke") into its clauses, by the
 * words and signs that English has for it. A clause that only speaks on about what the one before it named ("but I love it")
 * stays with it.
 */
public final class Contrast {
    /** Cheap enough for every post: what lacks all of them has no contrast. */
    private static final Pattern SIGN_OF_ONE = Pattern.compile(
            "(?i)\\b(?:but|yet|although|though|while|whilst|whereas|however|despite|unlike|shame|pity|sadly|unfortunately"
                    + "|at least|too bad)\\b|[;–—]|\\s-\\s");

    private static final Set<String> REFERRING = Set.of("it", "it's", "them", "him", "her", "itself");

    private static final Set<String> REFERRING_FIRST = Set.of(
            "its", "they", "they're", "he", "he's", "she", "she's", "that", "that's", "this", "these", "those", "so",
            "such");

    private static final int FEWEST_WORDS = 2;

    /** A text with more is no post, and each costs a reading of its mood. */
    private static final int MOST_CLAUSES = 12;

    private Contrast() {}

    /**
     * The clauses of a clean text, in order; none when it sets nothing against anything. One alone has a verdict that is not the
     * whole of it.
     */
    public static List<Clause> clauses(String text) {
        if (!SIGN_OF_ONE.matcher(text).find()) {
            return List.of();
        }
        ClauseScan scan = new ClauseScan(text);
        if (!scan.foundContrast()) {
            return List.of();
        }
        List<Clause> clauses = new ArrayList<>();
        for (ClauseScan.Piece piece : scan.pieces()) {
            Clause clause = new Clause(piece.text(), piece.own());
            int last = clauses.size() - 1;
            if (last >= 0 && (speaksOn(piece) || isFragment(piece.words()) || isFragment(clauses.get(last)))) {
                clauses.set(last, clauses.get(last).and(clause, piece.seam()));
            } else {
                clauses.add(clause);
            }
        }
        boolean plain = clauses.size() == 1
                && clauses.get(0).verdict().equals(clauses.get(0).text());
        return plain || clauses.size() > MOST_CLAUSES ? List.of() : List.copyOf(clauses);
    }

    /** Behind a "but", a pronoun anywhere takes up what stood before it; behind a full stop, one that comes first. */
    private static boolean speaksOn(ClauseScan.Piece piece) {
        List<String> words = piece.words();
        if (words.isEmpty()) {
            return true;
        }
        return REFERRING.contains(words.get(0))
                || REFERRING_FIRST.contains(words.get(0))
                || (piece.seam() != Seam.STOP && words.stream().anyMatch(REFERRING::contains));
    }

    private static boolean isFragment(List<String> words) {
        return words.size() < FEWEST_WORDS;
    }

    private static boolean isFragment(Clause clause) {
        return clause.text().indexOf(' ') < 0;
    }
}
