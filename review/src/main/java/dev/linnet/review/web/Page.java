package dev.linnet.review.web;

import org.jspecify.annotations.Nullable;

/**
 * What the frame around each page shows.
 *
 * @param consoleTitle the console's name
 * @param title the page's name
 * @param path the page's path, to mark it in the navigation
 * @param reviewer who is reviewing
 * @param left how many open suggestions have a place in today's budget
 * @param leftInWords the same, and how many are open in all
 * @param alerts how many alerts are not closed
 * @param arrived how many suggestions had arrived when the page was made, counted from the console's start
 * @param learnt a mark that changes when the weights do
 * @param notice what just happened, if anything
 * @param hasLogin whether there is a session to end
 */
public record Page(
        String consoleTitle,
        String title,
        String path,
        String reviewer,
        long left,
        String leftInWords,
        long alerts,
        long arrived,
        String learnt,
        @Nullable Notice notice,
        boolean hasLogin) {
    /** Whether this page is the given one. */
    public boolean isAt(String other) {
        return path.equals(other);
    }

    /** The address of an asset, with a mark that changes with its content. */
    public String asset(String name) {
        return Assets.address(name);
    }
}
