package dev.linnet.pipeline.mood;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A keyword's usual mood: what its posts' sentiments were, and how far the mean of a block of posts swung. Its weights halve in
 * {@value #HALF_LIFE} minutes.
 */
final class MoodPast {
    static final int BINS = 21;
    /** Posts of which a mean is one swing. */
    static final int BLOCK = 12;
    /** Two weeks. */
    private static final double HALF_LIFE = 14 * 24 * 60;

    private static final double DAY = 24 * 60;
    /** The mood of a morning hangs together: however many blocks it has, so many a day tell how moods swing. */
    private static final double SWINGS_PER_DAY = 3;

    /** How many posts the supposition weighs that any sentiment is as likely. */
    private static final double PRIOR_POSTS = 4;

    private static final double PRIOR_VARIANCE = 1.0 / 3;
    /** Moods are supposed to swing by a tenth from block to block beyond chance, and that weighs as much as four blocks. */
    private static final double PRIOR_SWING = 0.1;

    private static final double PRIOR_BLOCKS = 4;
    /** What swings farther, in deviations, counts as so far: one turn does not become the norm. */
    private static final double FARTHEST = 2.5;

    private static final int SHOWN = 24;
    private static final double[] VALUES = new double[BINS];

    static {
        for (int bin = 0; bin < BINS; bin++) {
            VALUES[bin] = bin / 10.0 - 1;
        }
    }

    private final double[] counts;
    private final Deque<Double> means;
    private double weight;
    private double sum;
    private double squares;
    private double blocks;
    private double swings;
    private int pending;
    private double pendingSum;

    MoodPast(MoodState state) {
        counts = state.counts();
        means = new ArrayDeque<>(state.means());
        weight = state.weight();
        sum = state.sum();
        squares = state.squares();
        blocks = state.blocks();
        swings = state.swings();
        pending = state.pending();
        pendingSum = state.pendingSum();
    }

    void forget(long minutes) {
        double kept = Math.pow(2, -minutes / HALF_LIFE);
        for (int bin = 0; bin < BINS; bin++) {
            counts[bin] *= kept;
        }
        weight *= kept;
        sum *= kept;
        squares *= kept;
        blocks *= kept;
        swings *= kept;
    }

    void add(double sentiment) {
        counts[(int) Math.round((Math.max(-1, Math.min(1, sentiment)) + 1) * 10)]++;
        weight++;
        sum += sentiment;
        squares += sentiment * sentiment;
        pendingSum += sentiment;
        if (++pending == BLOCK) {
            addBlock(pendingSum / BLOCK);
            pending = 0;
            pendingSum = 0;
        }
    }

    private void addBlock(double mean) {
        double swing = mean - usual();
        swings += Math.min(swing * swing, FARTHEST * FARTHEST * swingOfBlocks());
        blocks++;
        means.addLast(mean);
        if (means.size() > SHOWN) {
            means.removeFirst();
        }
    }

    /** The mean sentiment. */
    double usual() {
        return weight > 0 ? sum / weight : 0;
    }

    /** How many posts it weighs. */
    double weight() {
        return weight;
    }

    /** @param minutes since the first post */
    double postsPerDay(long minutes) {
        return weight / days(Math.max(minutes, 60));
    }

    /** How many days the past weighs. */
    private static double days(long minutes) {
        return HALF_LIFE / Math.log(2) * -Math.expm1(-minutes / HALF_LIFE * Math.log(2)) / DAY;
    }

    private double variance() {
        double own = weight > 0 ? Math.max(0, squares - sum * sum / weight) : 0;
        return (own + PRIOR_POSTS * PRIOR_VARIANCE) / (weight + PRIOR_POSTS);
    }

    private double swingOfBlocks() {
        double prior = PRIOR_SWING * PRIOR_SWING + variance() / BLOCK;
        return (swings + PRIOR_BLOCKS * prior) / (blocks + PRIOR_BLOCKS);
    }

    /**
     * How rare it is that the mean of some posts lies as far from what is usual, as a negative logarithm (base 10), by the keyword's own swings: the variance of a mean is that of single posts, shared
     * among them, and that from block to block, as in a model of random effects.
     *
     * @param minutes since the first post
     */
    double bySwings(double mean, int posts, long minutes) {
        double within = variance();
        double between = Math.max(0, swingOfBlocks() - within / BLOCK);
        double unsure = swingOfBlocks() / (blocks + 1);
        double independent = Math.min(blocks, SWINGS_PER_DAY * days(minutes));
        double deviation = Math.sqrt(between + within / posts + unsure);
        return Tails.student(Math.abs(mean - usual()) / deviation, independent + PRIOR_BLOCKS - 1);
    }

    /** The same if posts were drawn one by one from the past, whatever their distribution. */
    double byChance(double mean, int posts) {
        boolean up = mean >= usual();
        double[] values = new double[BINS];
        double[] weights = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            values[bin] = up ? VALUES[bin] : -VALUES[bin];
            weights[bin] = counts[bin] + PRIOR_POSTS / BINS;
        }
        return Tails.chernoff(values, weights, up ? mean : -mean, posts);
    }

    MoodState state(long first, long minute, List<Speaker> recent, Turn turn) {
        return new MoodState(
                first,
                minute,
                counts,
                weight,
                sum,
                squares,
                blocks,
                swings,
                pending,
                pendingSum,
                means(),
                List.copyOf(recent),
                turn);
    }

    List<Double> means() {
        return new ArrayList<>(means);
    }
}
