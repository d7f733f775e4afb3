package dev.linnet.keywords.mining;

import dev.linnet.keywords.Keyword;
import java.util.List;

/**
 * A word or phrase that an author writes about again and again.
 *
 * @param text the spelling that the author uses most, lower case, words separated by one space
 * @param weight from 1 to 3: 3 is the author's strongest topic, 1 an ordinary one
 * @param posts ids of the articles that are about it, the most telling first
 * @param sentence the sentence of theirs that shows it best
 * @param variants other spellings that were merged into it, lower case; may be empty
 */
public record MinedKeyword(String text, double weight, List<String> posts, String sentence, List<String> variants) {
    public MinedKeyword {
        posts = List.copyOf(posts);
        variants = List.copyOf(variants);
    }

    /** The keyword for a vocabulary: ordinary priority. */
    public Keyword toKeyword() {
        return new Keyword(text, weight, false, variants);
    }
}
