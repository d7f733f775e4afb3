package dev.linnet.keywords.mining.vocabulary;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.mining.MinedKeyword;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A keyword as it stands in the file.
 *
 * @param text the keyword, lower case, words separated by one space
 * @param weight the weight in force
 * @param mined the weight that the last mining found; null for a keyword that the user added
 * @param priority whether its use is worth an alert by itself
 * @param pinned whether the user asked to keep it whatever mining finds
 * @param variants other spellings that count as this keyword
 * @param posts how many posts it was mined from
 * @param sentence the sentence that shows it best; may be empty
 * @param comments the user's comment lines above it, each with its {@code #}
 */
public record VocabularyEntry(
        String text,
        double weight,
        @Nullable Double mined,
        boolean priority,
        boolean pinned,
        List<String> variants,
        int posts,
        String sentence,
        List<String> comments) {
    public VocabularyEntry {
        variants = List.copyOf(variants);
        comments = List.copyOf(comments);
    }

    /** A keyword of the user's own. */
    static VocabularyEntry own(String text, double weight) {
        return new VocabularyEntry(text, weight, null, false, false, List.of(), 0, "", List.of());
    }

    VocabularyEntry withComments(List<String> lines) {
        return new VocabularyEntry(text, weight, mined, priority, pinned, variants, posts, sentence, lines);
    }

    /** A keyword as mining found it. */
    static VocabularyEntry of(MinedKeyword mined) {
        return new VocabularyEntry(
                mined.text(),
                mined.weight(),
                mined.weight(),
                false,
                false,
                mined.variants(),
                mined.posts().size(),
                mined.sentence(),
                List.of());
    }

    /** Whether a person has had a hand in it, so that mining may not drop it. */
    public boolean handMade() {
        return mined == null || mined != weight || priority || pinned || !comments.isEmpty();
    }

    /** The same keyword with what a new mining found; the user's weight stays if it was set by hand. */
    VocabularyEntry minedAgain(MinedKeyword found) {
        if (mined == null) {
            return this;
        }
        double now = mined == weight ? found.weight() : weight;
        return new VocabularyEntry(
                text,
                now,
                found.weight(),
                priority,
                pinned,
                variants,
                found.posts().size(),
                found.sentence(),
                comments);
    }

    Keyword keyword() {
        return new Keyword(text, weight, priority, variants);
    }
}
