package dev.linnet.nlp.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or sign of a text.
 *
 * @param text as written, without a possessive {@code 's}
 * @param lower in lower case, with plain apostrophes
 * @param shape how it is written
 * @param opens whether it may have its capital from standing first in a sentence, a line or a quotation, or behind a tag
 * @param ends whether a name can't go on behind it, for a possessive
 */
record Piece(String text, String lower, Shape shape, boolean opens, boolean ends) {
    private static final Pattern PIECE = Pattern.compile(
            "[@#＃]?[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_]*(?:(?:['’&+-]|\\.(?=[\\p{Ll}\\p{N}])|(?<=\\b\\p{Lu})\\.(?=\\p{Lu}\\b))"
                    + "[\\p{L}\\p{N}\\p{M}]+)*[+]{0,2}|[^\\s]");

    /** The pieces of a text. */
    static List<Piece> of(String text, int most) {
        List<Piece> pieces = new ArrayList<>();
        for (String line : text.split("\n")) {
            boolean opens = true;
            Matcher matcher = PIECE.matcher(line);
            while (matcher.find() && pieces.size() < most) {
                Piece piece = of(matcher.group(), opens);
                pieces.add(piece);
                opens = switch (piece.shape) {
                    case SIGN -> opens || ",&-'’/".indexOf(piece.text.charAt(0)) < 0;
                    case TAG -> true;
                    default -> false;
                };
            }
            pieces.add(new Piece("\n", "\n", Shape.SIGN, true, true));
        }
        return pieces;
    }

    private static Piece of(String written, boolean opens) {
        String plain = written.replace('’', '\'');
        boolean possessive = plain.length() > 3 && (plain.endsWith("'s") || plain.endsWith("'S"));
        String text = possessive ? written.substring(0, written.length() - 2) : written;
        String lower = (possessive ? plain.substring(0, text.length()) : plain).toLowerCase(Locale.ROOT);
        return new Piece(text, lower, Shape.of(text), opens, possessive);
    }

    boolean isWord() {
        return shape != Shape.SIGN && shape != Shape.TAG;
    }
}
