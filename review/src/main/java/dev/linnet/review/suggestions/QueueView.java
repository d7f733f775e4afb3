package dev.linnet.review.suggestions;

import dev.linnet.review.suggestions.Ranking.Ranked;
import dev.linnet.review.text.Figures;
import dev.linnet.review.text.Moment;
import dev.linnet.review.text.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue as a page shows it: one suggestion to decide, the next ones beside it, and what was decided of late.
 *
 * @param card what is to be decided, or null when there is nothing
 * @param rows the best open suggestions, as many as today's budget has left
 * @param previous the suggestion before the card's, or empty
 * @param next the one after it, or empty
 * @param settled the open suggestions that get no row: of a conversation or with a link of which one was decided, or alike one
 *     decided of late
 * @param recent the latest decisions
 * @param budget the day's budget
 * @param decidedToday how many were decided today
 * @param extra how many more than the budget were asked for
 * @param open how many are to be offered, today or later
 */
public record QueueView(
        @Nullable Card card,
        List<Row> rows,
        String previous,
        String next,
        List<Also> settled,
        List<Done> recent,
        int budget,
        int decidedToday,
        int extra,
        long open) {
    private static final int STEP = 10;

    /**
     * A suggestion in the list.
     *
     * @param id its id
     * @param percent its relevance
     * @param author the handle
     * @param text the beginning of the text
     * @param isExploring whether it is shown because the model is unsure
     * @param alike how many are folded under it
     * @param isCurrent whether it, or one folded under it, is on the card
     */
    public record Row(
            String id, String percent, String author, String text, boolean isExploring, int alike, boolean isCurrent) {}

    /**
     * A suggestion that is not shown by itself because it is alike another.
     *
     * @param id its id
     * @param author the handle
     * @param text the beginning of the text
     */
    public record Also(String id, String author, String text) {
        static List<Also> of(List<Ranked> ranked) {
            return ranked.stream()
                    .map(one -> one.queued().suggestion())
                    .map(one -> new Also(one.id(), PlainText.line(one.author(), 40), PlainText.line(one.text(), 110)))
                    .toList();
        }
    }

    /**
     * A decision that can be taken back.
     *
     * @param id the suggestion's id
     * @param isApproved which it was
     * @param by who decided
     * @param author the handle
     * @param text the beginning of the text
     * @param at when
     */
    public record Done(String id, boolean isApproved, String by, String author, String text, Moment at) {}

    /** Whether the day's budget is used up while there is more. */
    public boolean isBudgetSpent() {
        return card == null && open > 0 && decidedToday >= budget + extra;
    }

    /** How many more there are than the page shows or names. */
    public long hidden() {
        long folded = rows.stream().mapToLong(Row::alike).sum();
        return Math.max(0, open - rows.size() - folded);
    }

    /** The extra to ask for to see more. */
    public int moreExtra() {
        return Math.max(extra, decidedToday - budget) + STEP;
    }

    /** How many are alike what was decided. */
    public String settledInWords() {
        return Figures.of(settled.size(), "post") + " alike what you decided";
    }

    /** How far the day's budget is used, 0 to 100. */
    public int progress() {
        return Math.min(100, 100 * decidedToday / budget);
    }

    /** Why one may reject. */
    public List<RejectReason> reasons() {
        return List.of(RejectReason.values());
    }
}
