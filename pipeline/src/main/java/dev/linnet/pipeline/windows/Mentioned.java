package dev.linnet.pipeline.windows;

import java.util.List;

/**
 * What a window keeps of a mention: the state of {@link KeywordWindowFunction}.
 *
 * @param minute the window's start, milliseconds since 1970
 * @param author the author's handle
 * @param relevance 0 to 1
 * @param sentiment −1 to 1
 * @param text the post's text
 * @param url where it can be read
 * @param words phrases and hashtags of the post
 */
public record Mentioned(
        long minute, String author, double relevance, double sentiment, String text, String url, List<String> words) {
    static Mentioned of(KeywordMention mention, long minute) {
        return new Mentioned(
                minute,
                mention.author(),
                mention.relevance(),
                mention.sentiment(),
                mention.text(),
                mention.url(),
                mention.words());
    }
}
