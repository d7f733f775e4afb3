package dev.linnet.review.journal;

import dev.linnet.review.text.Moment;
import java.util.List;

/**
 * The journal as a page shows it.
 *
 * @param lines the newest acts, newest first
 * @param shown how many were asked for
 * @param last the newest sequence number, which is also how many acts there are
 */
public record JournalView(List<Line> lines, int shown, long last) {
    /**
     * An act.
     *
     * @param sequence its place
     * @param at when
     * @param who who
     * @param verb what was done, in plain words
     * @param tone {@code yes}, {@code no} or {@code plain}, for its mark
     * @param what to what
     * @param detail the text of the post or the figures, or empty
     * @param why the reason given, or empty
     */
    public record Line(
            long sequence, Moment at, String who, String verb, String tone, String what, String detail, String why) {}

    /** Whether there are older acts. */
    public boolean hasMore() {
        return last > lines.size();
    }
}
