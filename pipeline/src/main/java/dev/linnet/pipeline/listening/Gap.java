package dev.linnet.pipeline.listening;

import java.util.ArrayList;
import java.util.List;

/**
 * Minutes in which nobody listened.
 *
 * @param from the first, in minutes since 1970
 * @param until the first minute after it
 */
public record Gap(long from, long until) {
    /** More gaps than these are of no use to a keyword that was not met since. */
    private static final int MOST = 64;

    public boolean contains(long minute) {
        return from <= minute && minute < until;
    }

    /** The first minute from one on that lies in none of some gaps. */
    public static long firstKnown(List<Gap> gaps, long minute) {
        long known = minute;
        for (Gap gap : gaps) {
            known = gap.contains(known) ? gap.until() : known;
        }
        return known;
    }

    /**
     * Some gaps with news of one: of a gap that grew the newest is kept.
     *
     * @param before how far the past is done with: what ends there or earlier is left out
     */
    public static List<Gap> with(List<Gap> gaps, Gap news, long before) {
        List<Gap> all = new ArrayList<>();
        for (Gap gap : gaps) {
            if (gap.from() != news.from() && gap.until() > before) {
                all.add(gap);
            }
        }
        all.add(news);
        return all.size() > MOST ? List.copyOf(all.subList(1, all.size())) : List.copyOf(all);
    }
}
