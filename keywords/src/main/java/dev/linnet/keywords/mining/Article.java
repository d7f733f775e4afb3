package dev.linnet.keywords.mining;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One text by the author: a blog post, a page, a post of an archive, without the menus and notices around it.
 *
 * @param id where it came from, distinct within a reading: an address, or a file's path
 * @param title its title; may be empty
 * @param text its body as plain text, paragraphs parted by a blank line
 * @param published when it was published, if that is known
 * @param author who wrote it, if that is known
 * @param language two-letter code of its language, {@code "en"}; {@code "und"} where it could not be told
 * @param tags the tags or categories that its author gave it; may be empty
 */
public record Article(
        String id,
        String title,
        String text,
        @Nullable Instant published,
        @Nullable String author,
        String language,
        List<String> tags) {
    public Article {
        tags = List.copyOf(tags);
    }

    /** The same article with another title and body. */
    Article withWords(String newTitle, String newText) {
        return new Article(id, newTitle, newText, published, author, language, tags);
    }

    /** The same article under another id. */
    public Article withId(String newId) {
        return new Article(newId, title, text, published, author, language, tags);
    }
}
