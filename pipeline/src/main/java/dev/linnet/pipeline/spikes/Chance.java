package dev.linnet.pipeline.spikes;

/**
 * What chance alone brings about: posts that come singly and independently, at the series' own mean rate.
 *
 * <p>The tail of Poisson's distribution by its first term, with Stirling's formula for the factorial; good to a few per cent
 * above the mean, which is where it is asked.
 */
final class Chance {
    private Chance() {}

    /** The logarithm (base 10) of how many levels one looks at for each that reaches {@code level} by chance. */
    static double rarity(double level, double mean) {
        if (level <= mean) {
            return 0;
        }
        double natural = level * Math.log(level / mean)
                - level
                + mean
                + 0.5 * Math.log(2 * Math.PI * level)
                + 1 / (12 * level)
                + Math.log1p(-mean / level);
        return Math.max(0, natural / Math.log(10));
    }
}
