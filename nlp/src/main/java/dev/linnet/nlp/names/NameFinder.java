package dev.linnet.nlp.names;

import dev.linnet.nlp.text.Resources;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the names of people, places, organisations and products in a post, by how they are written.
 *
 * <p>A name is a run of words with capitals where English puts none. What a capital proves depends on the post: nothing where
 * a sentence begins, nothing in a headline or a shout, and in German, whose nouns all have one, only two beside another do.
 * There a word counts if it is no ordinary one, or if the same post has it with a capital elsewhere. No list of names is used,
 * so that new ones are found as well as old ones; which kind of name it is, is not told.
 */
public final class NameFinder {
    private static final int MOST_PIECES = 400;
    private static final int MOST_NAMES = 16;
    private static final int LONGEST = 6;

    /** From this share of words with a capital on, a post says nothing by them. */
    private static final double HEADLINE = 0.6;

    private static final Set<String> STOP_WORDS = Set.copyOf(Resources.lines("/dev/linnet/nlp/stop-words.txt"));

    /** Never a name by themselves, however they are written. */
    private static final Set<String> NO_NAMES = words("no-names.txt");

    /** May stand inside a name. */
    private static final Set<String> LINKS = Set.of(
            "of", "the", "de", "del", "della", "di", "da", "do", "dos", "du", "van", "von", "der", "den", "ten", "la",
            "le", "bin", "al", "el", "ibn", "y", "for");

    private static final Set<String> CAPITALISING = Set.of("de", "lb");

    private final Predicate<String> ordinary;

    /** @param ordinary whether a word in lower case is one of English that is no name */
    public NameFinder(Predicate<String> ordinary) {
        this.ordinary = ordinary;
    }

    /**
     * The names of a clean text, as written, distinct whatever their case, in order of appearance, at most 16.
     *
     * @param language ISO 639-1 or {@code und}
     */
    public List<String> find(String text, String language) {
        List<Piece> pieces = Piece.of(text, MOST_PIECES);
        Evidence evidence = new Evidence(pieces, language);
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size() && names.size() < MOST_NAMES; i++) {
            int end = evidence.nameFrom(i);
            if (end > i) {
                String name = join(pieces.subList(i, end));
                names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
                i = end - 1;
            }
        }
        return List.copyOf(names.values());
    }

    private static String join(List<Piece> pieces) {
        StringBuilder name = new StringBuilder();
        for (Piece piece : pieces) {
            name.append(name.isEmpty() ? "" : " ").append(piece.text());
        }
        return name.toString();
    }

    private static Set<String> words(String list) {
        Set<String> words = new HashSet<>();
        for (String line : Resources.lines("/dev/linnet/nlp/" + list)) {
            words.addAll(List.of(line.split(" ")));
        }
        return Set.copyOf(words);
    }

    /** What the capitals of one post prove. */
    private final class Evidence {
        private final List<Piece> pieces;
        private final boolean english;
        private final boolean capitalising;
        private final boolean headline;
        private final boolean shout;
        private final Set<String> sure = new HashSet<>();

        Evidence(List<Piece> pieces, String language) {
            this.pieces = pieces;
            this.english = language.equals("en") || language.equals("und");
            this.capitalising = CAPITALISING.contains(language);
            int words = 0;
            int capitals = 0;
            int shouted = 0;
            for (Piece piece : pieces) {
                if (!piece.isWord()
                        || piece.shape() == Shape.NUMBER
                        || piece.lower().length() < 2) {
                    continue;
                }
                shouted += piece.shape() == Shape.UPPER ? 1 : 0;
                if (!piece.opens()) {
                    words++;
                    capitals += piece.shape() == Shape.LOWER ? 0 : 1;
                }
            }
            this.headline = words >= 4 && capitals >= HEADLINE * words;
            this.shout = shouted >= 3 && shouted >= HEADLINE * words;
            for (Piece piece : pieces) {
                if (piece.shape() == Shape.CAPITALISED && !piece.opens() && !headline && !capitalising) {
                    sure.add(piece.lower());
                }
            }
        }

        /** Where the name that starts at this piece ends; the same place when none does. */
        int nameFrom(int start) {
            Piece first = pieces.get(start);
            if (!isPart(first) || (first.opens() && !mayOpen(start))) {
                return start;
            }
            int end = start + 1;
            while (end < pieces.size()
                    && end - start < LONGEST
                    && !pieces.get(end - 1).ends()) {
                int next = end;
                while (next < pieces.size() && next - end < 2 && isLink(pieces.get(next))) {
                    next++;
                }
                if (next >= pieces.size() || !(isPart(pieces.get(next)) || isNumbered(end, next))) {
                    break;
                }
                end = next + 1;
            }
            boolean alone = end == start + 1;
            return alone && capitalising && first.shape() == Shape.CAPITALISED ? start : end;
        }

        /** Whether a number belongs to the name before it: iPhone 15, GTA 5, but not Rovers 2. */
        private boolean isNumbered(int end, int next) {
            Shape before = pieces.get(end - 1).shape();
            String number = pieces.get(next).lower();
            return next == end
                    && (before == Shape.MIXED || before == Shape.UPPER)
                    && number.length() <= 4
                    && number.chars().allMatch(Character::isDigit);
        }

        private boolean isLink(Piece piece) {
            return !capitalising && piece.shape() == Shape.LOWER && LINKS.contains(piece.lower());
        }

        private boolean isPart(Piece piece) {
            String word = piece.lower();
            boolean plain = NO_NAMES.contains(word) || STOP_WORDS.contains(word);
            return switch (piece.shape()) {
                case CAPITALISED ->
                    word.length() > 1 && !plain && (!headline || (english && !ordinary.test(word) && !capitalising));
                case UPPER ->
                    !shout && (isCountry(piece.text()) || !plain && !(ordinary.test(word) && word.length() > 2));
                case MIXED -> !plain;
                default -> false;
            };
        }

        /** Written like this, it is no pronoun. */
        private static boolean isCountry(String written) {
            return written.equals("US") || written.equals("UK") || written.equals("EU") || written.equals("UN");
        }

        /** Whether a word where capitals prove nothing is a name all the same. */
        private boolean mayOpen(int place) {
            Piece piece = pieces.get(place);
            String word = piece.lower();
            if (piece.shape() != Shape.CAPITALISED || sure.contains(word)) {
                return true;
            }
            Piece next = pieces.get(place + 1);
            boolean followed = isPart(next) && next.shape() != Shape.UPPER;
            if (!english) {
                return capitalising && followed;
            }
            if (word.endsWith("ing") || word.endsWith("ed")) {
                return false;
            }
            // An ordinary word with a capital, as in World Bank, has it for the name's sake, and the first belongs to
            // it.
            return !ordinary.test(word) || followed && ordinary.test(next.lower());
        }
    }
}
