package dev.linnet.pipeline.listening;

import dev.linnet.pipeline.windows.KeywordWindow;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a keyword's time: a minute in which it was used, or minutes of which nothing is known.
 *
 * @param keyword the keyword
 * @param window the minute, or null where there is a gap
 * @param gap the gap, or null where there is a minute
 */
public record MinuteNews(
        String keyword,
        @Nullable KeywordWindow window,
        @Nullable Gap gap) {
    /** A minute in which the keyword was used. */
    public static MinuteNews of(KeywordWindow window) {
        return new MinuteNews(window.keyword(), window, null);
    }

    /** Minutes in which nobody listened. */
    public static MinuteNews of(String keyword, Gap gap) {
        return new MinuteNews(keyword, null, gap);
    }
}
