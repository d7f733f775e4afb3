package dev.linnet.keywords;

import java.io.Serializable;
import java.util.List;

/**
 * One word or phrase that an author cares about.
 *
 * @param text the canonical form, lower case, words separated by one space: {@code "stream processing"}
 * @param weight how much the author cares, above 0; 1 is an ordinary keyword, 3 a strong one
 * @param priority whether its use is worth an alert by itself
 * @param variants other spellings that count as this keyword (acronym, hyphenation); may be empty
 */
public record Keyword(String text, double weight, boolean priority, List<String> variants) implements Serializable {
    /** Checks that the text is not blank and the weight is a positive number. */
    public Keyword {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a keyword must not be blank");
        }
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "the weight of keyword '" + text + "' must be above 0, but is " + weight);
        }
        variants = List.copyOf(variants);
    }

    /** An ordinary keyword without variants. */
    public static Keyword of(String text, double weight) {
        return new Keyword(text, weight, false, List.of());
    }
}
