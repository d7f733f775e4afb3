package dev.linnet.review.suggestions;

import dev.linnet.review.suggestions.Ranking.Ranked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which suggestion is on the card, and which lie before and after it.
 *
 * @param current the one on the card, or null when there is none
 * @param row the row that it is in or is folded under, or −1 when it has none
 * @param previous the id of the one before, or empty
 * @param next the id of the one after, or empty
 */
record Place(@Nullable Ranked current, int row, String previous, String next) {
    /**
     * The place of a suggestion that is shown, folded or settled; else the first one's.
     *
     * @param shown today's suggestions
     * @param settled those that are alike one that was decided
     */
    static Place of(String id, List<Ranked> shown, List<Ranked> settled) {
        for (int i = 0; i < shown.size(); i++) {
            Ranked head = shown.get(i);
            if (head.id().equals(id)) {
                return new Place(head, i, id(shown, i - 1), id(shown, i + 1));
            }
            for (Ranked folded : head.alike()) {
                if (folded.id().equals(id)) {
                    // Once it is decided the one it is under is settled, so the next is the one after that.
                    return new Place(folded, i, head.id(), id(shown, i + 1));
                }
            }
        }
        for (Ranked one : settled) {
            if (one.id().equals(id)) {
                return new Place(one, -1, "", id(shown, 0));
            }
        }
        return new Place(shown.isEmpty() ? null : shown.get(0), 0, "", id(shown, 1));
    }

    private static String id(List<Ranked> shown, int row) {
        return row >= 0 && row < shown.size() ? shown.get(row).id() : "";
    }
}
