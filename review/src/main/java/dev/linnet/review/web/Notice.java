package dev.linnet.review.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line that tells what just happened, and how to take it back.
 *
 * @param text the line
 * @param isProblem whether nothing was done
 * @param action what can be done about it, if anything
 */
public record Notice(
        String text, boolean isProblem, @Nullable Action action) {
    /** Something was done. */
    public static Notice done(String text) {
        return new Notice(text, false, null);
    }

    /** Something was done, and can be taken back. */
    public static Notice done(String text, Action action) {
        return new Notice(text, false, action);
    }

    /** Nothing was done. */
    public static Notice problem(String text) {
        return new Notice(text, true, null);
    }

    /**
     * A button in the notice.
     *
     * @param label what it says
     * @param path where its form is posted to
     * @param fields the form's fields
     */
    public record Action(String label, String path, Map<String, String> fields) {}
}
