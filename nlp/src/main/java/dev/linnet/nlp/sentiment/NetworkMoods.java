package dev.linnet.nlp.sentiment;

/**
 * What the recursive network says of a post's sentences, gathered.
 *
 * <p>The network was trained on film reviews and leans as they do, so each class is divided by how often the network
 * sees it in posts before the mean mood, −1 to 1, is taken.
 */
final class NetworkMoods {
    /** The network's mean class probabilities over development posts, from very negative to very positive. */
    private static final float[] PRIORS = {0.0525f, 0.1833f, 0.4387f, 0.2643f, 0.0612f};

    private double decided;
    private double lowest;
    private double highest;
    private double sum;
    private int words;
    private int sentences;
    private final double[] logs = new double[PRIORS.length];

    void add(float[] classes, int length) {
        double mood = mood(classes);
        decided = Math.abs(mood) > Math.abs(decided) ? mood : decided;
        lowest = sentences == 0 ? mood : Math.min(lowest, mood);
        highest = sentences == 0 ? mood : Math.max(highest, mood);
        sum += mood * length;
        words += length;
        sentences++;
        for (int c = 0; c < logs.length; c++) {
            logs[c] += length * Math.log(Math.max(classes[c] / PRIORS[c], 1e-4));
        }
    }

    boolean isEmpty() {
        return sentences == 0;
    }

    /** The mood of the most decided sentence. */
    double decided() {
        return decided;
    }

    /** Adds the moods from {@code place} on and gives the next free place. */
    int addTo(FeatureVector vector, int place) {
        int next = place;
        vector.add(next++, 1);
        vector.add(next++, (float) decided);
        vector.add(next++, (float) lowest);
        vector.add(next++, (float) highest);
        vector.add(next++, (float) (sum / words));
        for (double log : logs) {
            vector.add(next++, (float) (log / words / 3));
        }
        return next;
    }

    private static double mood(float[] classes) {
        double sum = 0;
        double mean = 0;
        for (int c = 0; c < classes.length; c++) {
            double share = classes[c] / PRIORS[c];
            sum += share;
            mean += share * (c - 2) / 2;
        }
        return mean / sum;
    }
}
