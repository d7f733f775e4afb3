package dev.linnet.review.status;

import dev.linnet.review.text.Moment;
import java.util.List;

/**
 * Where every record went.
 *
 * @param read how many were read
 * @param parts where they went
 * @param balance whether and how the balance closes, in words
 * @param isClosed whether it closes
 * @param search what was searched for, or empty
 * @param found what the search found in the queue
 * @param kept records that went no further
 * @param reasons the reasons that kept records have, to filter by
 * @param reason the reason filtered by, or empty
 */
public record StatusView(
        String read,
        List<Part> parts,
        String balance,
        boolean isClosed,
        String search,
        List<Found> found,
        List<Kept> kept,
        List<String> reasons,
        String reason) {
    /**
     * A stage of the balance.
     *
     * @param stage the stage
     * @param title its name in plain words
     * @param count how many ended there
     * @param share of all that were read
     * @param start where its piece of the bar begins, per cent
     * @param width how wide the piece is, per cent
     * @param reasons the same by reason
     */
    public record Part(
            String stage,
            String title,
            String count,
            String share,
            String start,
            String width,
            List<ReasonCount> reasons) {}

    /**
     * How many records ended for a reason.
     *
     * @param code the reason as the job calls it
     * @param reason in plain words
     * @param count how many
     * @param share of all that were read
     */
    public record ReasonCount(String code, String reason, String count, String share) {}

    /**
     * A post that the queue knows.
     *
     * @param author the handle
     * @param text its beginning
     * @param standing where it stands, in words
     */
    public record Found(String author, String text, String standing) {}

    /**
     * A record that went no further.
     *
     * @param id where it came from
     * @param stage where it ended
     * @param reason why, in plain words
     * @param at when
     * @param beginning its first line
     * @param excerpt all of it that was kept
     */
    public record Kept(String id, String stage, String reason, Moment at, String beginning, String excerpt) {}
}
