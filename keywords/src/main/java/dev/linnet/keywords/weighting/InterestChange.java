package dev.linnet.keywords.weighting;

/**
 * Notices that an author's interest has moved: what was approved is far less than what the model expected.
 *
 * <p>Over the last {@value #STRETCH} decisions, the expected approvals less the real ones, in their standard deviations; beyond
 * {@value #NOTICED} the older decisions are taken to speak of another interest. (A one-sided test on standardised residuals over a
 * sliding stretch, as in Shewhart's charts; its next stretch begins after the change.)
 */
final class InterestChange {
    static final int STRETCH = 30;
    private static final double NOTICED = 2.5;

    /** Keeps a model that is sure of everything from being startled by one miss. */
    private static final double LEAST_VARIANCE = 0.5;

    private final double[] surplus = new double[STRETCH];
    private final double[] variance = new double[STRETCH];
    private long decisions;

    /** Hears of a decision and what was predicted; true when it shows that the interest moved. */
    boolean hear(double predicted, boolean approved) {
        int place = (int) (decisions++ % STRETCH);
        surplus[place] = predicted - (approved ? 1 : 0);
        variance[place] = predicted * (1 - predicted);
        if (decisions < STRETCH) {
            return false;
        }
        double more = 0;
        double spread = LEAST_VARIANCE;
        for (int i = 0; i < STRETCH; i++) {
            more += surplus[i];
            spread += variance[i];
        }
        boolean moved = more > NOTICED * StrictMath.sqrt(spread);
        if (moved) {
            decisions = 0;
        }
        return moved;
    }
}
