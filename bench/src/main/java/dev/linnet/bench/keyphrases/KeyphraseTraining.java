package dev.linnet.bench.keyphrases;

import dev.linnet.keywords.mining.phrase.BoostedTrees;
import dev.linnet.keywords.mining.phrase.PhraseFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Trains the trees that rank keyphrases, or {@linkplain KeyphraseTrial tells} how good such trees are on texts they have not
 * seen.
 *
 * <p>Arguments: the file to write, or {@code tell}; then a folder for each set. A folder holds {@code docs} and
 * {@code keys}; another folder of keys may follow after a comma.
 */
public final class KeyphraseTraining {
    private static final int TREES = 200;

    /** A long text has thousands of candidates; each text counts as if it had this many, its share of its set. */
    private static final double ROWS_A_TEXT = 80;

    private static final double TEXTS_A_SET = 500;
    private static final int FEW_ROWS = 20;

    private final List<Samples> sets = new ArrayList<>();

    private KeyphraseTraining() {}

    /** Trains and tells. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: bench/keyphrases tell|TREES-FILE FOLDER[,KEYS] …");
            System.exit(2);
        }
        KeyphraseTraining training = new KeyphraseTraining();
        for (int i = 1; i < arguments.length; i++) {
            training.read(arguments[i]);
        }
        if (arguments[0].equals("tell")) {
            new KeyphraseTrial(training.sets, training::train).tell(System.out);
        } else {
            Files.writeString(Path.of(arguments[0]), TreeText.of(training.train(text -> true)));
        }
    }

    private void read(String argument) throws IOException {
        String[] parts = argument.split(",", 2);
        Path folder = Path.of(parts[0]);
        Path keys = parts.length > 1 ? Path.of(parts[1]) : folder.resolve("keys");
        sets.add(Samples.of(new LabelledSet(folder, keys)));
    }

    /** Each set counts as much as another, and each text within it. */
    private BoostedTrees train(Predicate<LabelledText> wanted) {
        List<LabelledText> texts =
                sets.stream().flatMap(Samples::forTraining).filter(wanted).toList();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        texts.forEach(text -> sizes.merge(text.set(), 1, Integer::sum));
        List<double[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (LabelledText text : texts) {
            double weight = TEXTS_A_SET
                    / sizes.getOrDefault(text.set(), 1)
                    * ROWS_A_TEXT
                    / Math.max(FEW_ROWS, text.candidates().size());
            for (PhraseFeatures.Described candidate : text.candidates()) {
                rows.add(candidate.features());
                labels.add(text.label(candidate));
                weights.add(weight);
            }
        }
        return TreeTrainer.train(rows, array(labels), array(weights), TREES);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }
}
