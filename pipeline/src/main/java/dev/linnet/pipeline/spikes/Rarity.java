package dev.linnet.pipeline.spikes;

import java.util.Arrays;

/**
 * How rare a level is by the series' own past: the logarithm of how many rows lie between bursts as high.
 *
 * <p>Peaks over a threshold, as hydrology counts floods: bursts that exceed a high quantile <i>u</i> of the past levels come every
 * <i>n</i>/(<i>K</i>+1) rows, and of those the share (<i>x</i>/<i>u</i>)<sup>−1/γ</sup> reaches <i>x</i>. γ is Hill's estimator (Hill
 * 1975) over the peaks of past bursts, drawn towards a supposed one while there are few. One threshold would be a gamble, so the mean of the
 * logarithms over three is taken.
 */
final class Rarity {
    /** Shares of the past above the thresholds, ascending. */
    private static final double[] SHARES = {0.03, 0.05, 0.1};
    /** How many bursts the supposed tail weighs. */
    private static final double PRIOR_BURSTS = 8;

    /** Places of the thresholds on the scale. */
    private final double[] thresholds = new double[SHARES.length];

    private final double priorGamma;

    /** @param priorGamma the tail that is supposed while there are few bursts */
    Rarity(double priorGamma) {
        this.priorGamma = priorGamma;
    }

    /**
     * Measures a level: the logarithm (base 10) of rows between bursts as high; 0 for a level that is not high.
     *
     * @param levels weights of past levels
     * @param total their sum
     * @param peaks weights of past bursts' peaks
     * @param unit what one row of now weighs
     * @param highest the highest bin with anything in it
     * @param place the level's place on the scale
     */
    double measure(float[] levels, double total, float[] peaks, double unit, int highest, double place) {
        double value = 0;
        if (total <= 0) {
            Arrays.fill(thresholds, LogBins.BINS);
            return 0;
        }
        double above = 0;
        double bursts = 0;
        double places = 0;
        int next = 0;
        for (int bin = highest; bin >= 0 && next < SHARES.length; bin--) {
            double weight = levels[bin];
            while (next < SHARES.length && above + weight >= SHARES[next] * total && weight > 0) {
                double threshold = bin + 1 - (SHARES[next] * total - above) / weight;
                thresholds[next] = threshold;
                boolean inBin = bin + 0.5 > threshold;
                if (place > threshold) {
                    double count = (bursts + (inBin ? peaks[bin] : 0)) / unit;
                    double sum = (places + (inBin ? peaks[bin] * (bin + 0.5) : 0)) / unit;
                    value += rarity(total / unit, count, sum - count * threshold, place - threshold);
                }
                next++;
            }
            above += weight;
            bursts += peaks[bin];
            places += peaks[bin] * (bin + 0.5);
        }
        return value / SHARES.length;
    }

    private double rarity(double rows, double bursts, double excess, double over) {
        double gamma = (excess * LogBins.WIDTH + priorGamma * PRIOR_BURSTS) / (bursts + PRIOR_BURSTS);
        return Math.log10(rows / (Math.max(bursts, 1) + 1)) + over * LogBins.WIDTH / gamma / Math.log(10);
    }

    /** The place that a share of the past lies above; shares are numbered from the rarest. */
    double threshold(int number) {
        return thresholds[number];
    }
}
