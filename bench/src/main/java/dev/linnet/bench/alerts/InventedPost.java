package dev.linnet.bench.alerts;

/**
 * A post of the invented stream.
 *
 * @param second when it was made, counted from the stream's first
 * @param arrived when it came, likewise: later where a source catches up
 * @param keyword the keyword it holds
 * @param author its author
 * @param relevance 0 to 1
 * @param text what it says
 */
record InventedPost(int second, int arrived, String keyword, String author, double relevance, String text) {
    int minute() {
        return second / 60;
    }

    InventedPost arriving(int at) {
        return new InventedPost(second, at, keyword, author, relevance, text);
    }
}
