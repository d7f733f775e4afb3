package dev.linnet.review.text;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatch;
import dev.linnet.keywords.matching.KeywordMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A post's text in pieces, with the places marked where a keyword stands. */
public final class MarkedText {
    private MarkedText() {}

    /**
     * A piece of text.
     *
     * @param text the piece
     * @param isMarked whether a keyword stands there
     */
    public record Piece(String text, boolean isMarked) {}

    /** Cuts a text at the places where one of the keywords stands. */
    public static List<Piece> of(String text, List<Keyword> keywords) {
        String clean = PlainText.clean(text).strip();
        if (keywords.isEmpty()) {
            return List.of(new Piece(clean, false));
        }
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (KeywordMatch match :
                inOrder(KeywordMatcher.of(Vocabulary.of(keywords)).match(clean))) {
            if (match.start() < at) {
                continue;
            }
            add(pieces, clean.substring(at, match.start()), false);
            add(pieces, clean.substring(match.start(), match.end()), true);
            at = match.end();
        }
        add(pieces, clean.substring(at), false);
        return pieces;
    }

    private static List<KeywordMatch> inOrder(List<KeywordMatch> matches) {
        return matches.stream()
                .sorted(Comparator.comparingInt(KeywordMatch::start)
                        .thenComparing(
                                Comparator.comparingInt(KeywordMatch::end).reversed()))
                .toList();
    }

    private static void add(List<Piece> pieces, String text, boolean isMarked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, isMarked));
        }
    }
}
