package dev.linnet.pipeline.phrases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many posts held each phrase, roughly, in a memory of fixed size; what is older counts less, half after a week.
 *
 * <p>A count-min sketch (Cormode and Muthukrishnan, 2005) with conservative update (Estan and Varghese, 2002): each phrase has a cell in
 * each row, shared with others, and the least of them is told. So it is never too low, and seldom too high by more than one post
 * in 5,000: a stream of twenty phrases a post fills each of the {@value #WIDTH} cells of a row once in 6,500 posts.
 */
final class PhraseUses {
    static final int WIDTH = 1 << 17;
    private static final int ROWS = 3;
    private static final double HALF_LIFE = Duration.ofDays(7).toMillis();
    /** From here on the weights are scaled back; far from where a float would lose small ones. */
    private static final double LARGEST_UNIT = 1_000;

    private final float[] cells;
    private double posts;
    /** What a post of now weighs; that of a week ago weighs half of it. */
    private double unit;
    /** Milliseconds since 1970 of the unit. */
    private long now;

    /** Goes on from what was used, or begins. */
    PhraseUses(PhraseUsage usage) {
        cells = usage.cells().length == 0 ? new float[ROWS * WIDTH] : usage.cells();
        posts = usage.posts();
        unit = usage.unit();
        now = usage.now();
    }

    /** Counts a post that stands for several, with the keys of its phrases. */
    void add(long[] keys, double copies, Instant at) {
        age(at.toEpochMilli());
        double weight = copies * unit;
        posts += weight;
        for (long key : keys) {
            float sum = (float) (least(key) + weight);
            for (int row = 0; row < ROWS; row++) {
                int cell = cell(key, row);
                cells[cell] = Math.max(cells[cell], sum);
            }
        }
    }

    private void age(long at) {
        if (at > now) {
            unit *= now == 0 ? 1 : Math.pow(2, (at - now) / HALF_LIFE);
            now = at;
        }
        if (unit > LARGEST_UNIT) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = (float) (cells[i] / unit);
            }
            posts /= unit;
            unit = 1;
        }
    }

    private float least(long key) {
        float least = Float.POSITIVE_INFINITY;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, cells[cell(key, row)]);
        }
        return least;
    }

    /** Keys are hashes already; each row takes other bits. */
    private static int cell(long key, int row) {
        return row * WIDTH + ((int) (key >>> (20 * row)) & (WIDTH - 1));
    }

    /** The key under which posts with a keyword are counted, however it is written in them. */
    static long ofKeyword(String keyword) {
        return PhraseWords.key(List.of("", keyword));
    }

    /** How many posts held a phrase. */
    double of(long key) {
        return least(key) / unit;
    }

    /** How many posts there were. */
    double posts() {
        return posts / unit;
    }

    /** What has to be kept over a restart; it shares its array with this. */
    PhraseUsage usage() {
        return new PhraseUsage(cells, posts, unit, now);
    }
}
