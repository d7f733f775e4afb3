package dev.linnet.pipeline.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Tells a stream that fell silent from one to which nobody listened. No source says that it was cut off, so the stream's own
 * silences do: one of three minutes or more that is more than twice as long as any before is a {@link Gap}.
 *
 * <p>For a stream of records that come singly and independently, the longest of <i>n</i> silences grows as ln <i>n</i>, and one twice as
 * long comes by chance once in <i>n</i> times <i>n</i>. A gap is not remembered as a silence. What comes late, because a source catches
 * up, changes nothing: it is too late to say that all of the minute was heard.
 */
public final class StreamSilence {
    /** Minutes with a record before anything is told. */
    static final int WARM_UP = 60;

    private static final int LEAST = 3;
    private static final double TIMES = 2;
    private static final double HALF_LIFE = 7 * 24 * 60;

    private final TreeSet<Long> pending;
    private long last;
    private long over;
    private double longest;
    private long heard;

    /** Goes on from a state. */
    public StreamSilence(Listening state) {
        pending = new TreeSet<>(state.pending());
        last = state.last();
        over = state.over();
        longest = state.longest();
        heard = state.heard();
    }

    /** Takes note of a record; whether its minute was unknown before and is not over. */
    public boolean hear(long minute) {
        return minute >= over && pending.add(minute);
    }

    /**
     * Takes note that minutes are over.
     *
     * @param until the first that is not
     * @return gaps, the oldest first; one that still goes on is told again with its end
     */
    public List<Gap> close(long until) {
        List<Gap> gaps = new ArrayList<>();
        while (!pending.isEmpty() && pending.first() < until) {
            long minute = pending.pollFirst();
            silence(minute, gaps);
            last = minute;
            heard++;
        }
        // What was heard later shows that the silence is no end of the stream.
        if (until > over && !pending.isEmpty() && last != Listening.NEVER && isGap(until - last - 1)) {
            gaps.add(new Gap(last + 1, until));
        }
        over = Math.max(over, until);
        return gaps;
    }

    private void silence(long minute, List<Gap> gaps) {
        if (last == Listening.NEVER) {
            return;
        }
        long silent = minute - last - 1;
        if (isGap(silent)) {
            gaps.add(new Gap(last + 1, minute));
        } else {
            longest = Math.max(longest * Math.pow(2, -(silent + 1) / HALF_LIFE), silent);
        }
    }

    private boolean isGap(long silent) {
        return heard >= WARM_UP && silent >= LEAST && silent > TIMES * longest;
    }

    /** The state as it stands. */
    public Listening state() {
        return new Listening(last, over, longest, heard, List.copyOf(pending));
    }
}
