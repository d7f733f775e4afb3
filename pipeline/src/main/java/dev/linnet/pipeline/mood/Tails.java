package dev.linnet.pipeline.mood;

/** How rare it is that chance goes as far: negative logarithms (base 10) of upper tails. */
final class Tails {
    private static final double LN_10 = Math.log(10);

    private Tails() {}

    /** Of the normal distribution above {@code z} deviations, 0 or more; by Sampford's bound of Mills' ratio (1953). */
    static double normal(double z) {
        double ratio = 4 / (3 * z + Math.sqrt(z * z + 8));
        return (z * z / 2 + 0.5 * Math.log(2 * Math.PI) - Math.log(ratio)) / LN_10;
    }

    /** Of Student's distribution above {@code t}, 0 or more; by Wallace's normal approximation (1959). */
    static double student(double t, double freedom) {
        double z = Math.sqrt(freedom * Math.log1p(t * t / freedom)) * (8 * freedom + 1) / (8 * freedom + 3);
        return normal(z);
    }

    /**
     * Chernoff's bound for the mean of independent draws: how rare it is at least that it reaches a height.
     *
     * @param values what is drawn
     * @param weights how likely each is; they need not add up to 1
     * @param height above the mean of a draw
     * @param draws how many
     */
    static double chernoff(double[] values, double[] weights, double height, double draws) {
        double low = 0;
        double high = 64;
        // The exponent is concave in the tilt: the best one is where the tilted mean is the height.
        for (int step = 0; step < 30; step++) {
            double tilt = (low + high) / 2;
            double sum = 0;
            double mass = 0;
            for (int i = 0; i < values.length; i++) {
                double tilted = weights[i] * Math.exp(tilt * (values[i] - height));
                sum += tilted * values[i];
                mass += tilted;
            }
            if (sum < height * mass) {
                low = tilt;
            } else {
                high = tilt;
            }
        }
        double mass = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            mass += weights[i] * Math.exp(low * (values[i] - height));
            total += weights[i];
        }
        return Math.max(0, -draws * Math.log(mass / total) / LN_10);
    }
}
