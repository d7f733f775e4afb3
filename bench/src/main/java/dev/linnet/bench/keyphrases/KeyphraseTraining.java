package dev.linnet.bench.keyphrases;

import dev.linnet.keywords.mining.phrase.BoostedTrees;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Trains the trees that rank keyphrases, or tells how good such trees are on texts they have not seen: three-fold
 * cross-validation within the sets, with the folder's word frequencies and without, and each set when all are trained
 * but that one.
 *
 * <p>Arguments: the file to write, or {@code tell}; then a folder for each set. A folder holds {@code docs} and
 * {@code keys}; another folder of keys may follow after a comma.
 */
public final class KeyphraseTraining {
    private static final int TREES = 200;
    private static final int FOLDS = 3;

    /** A long text has thousands of candidates; each text counts as if it had this many, its share of its set. */
    private static final double ROWS_A_TEXT = 80;

    private static final double TEXTS_A_SET = 500;
    private static final int FEW_ROWS = 20;

    private final Map<String, List<LabelledText>> together = new LinkedHashMap<>();
    private final Map<String, List<LabelledText>> alone = new LinkedHashMap<>();

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
            training.tell(System.out);
        } else {
            Files.writeString(Path.of(arguments[0]), TreeText.of(train(training.texts(text -> true))));
        }
    }

    private void read(String argument) throws IOException {
        String[] parts = argument.split(",", 2);
        Path folder = Path.of(parts[0]);
        LabelledSet set = new LabelledSet(folder, parts.length > 1 ? Path.of(parts[1]) : folder.resolve("keys"));
        together.put(set.name(), set.together());
        alone.put(set.name(), set.alone());
    }

    private void tell(PrintStream out) {
        Map<String, List<String>> inFolder = new LinkedHashMap<>();
        Map<String, List<String>> byItself = new LinkedHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            BoostedTrees trees = train(texts(text -> fold(text) != held));
            together.values().forEach(texts -> rank(trees, texts, held, inFolder));
            alone.values().forEach(texts -> rank(trees, texts, held, byItself));
        }
        together.forEach((name, texts) -> out.println(
                name + ": cross-validated " + score(texts, inFolder) + "; each text alone " + score(texts, byItself)));
        for (String name : together.keySet()) {
            BoostedTrees trees = train(texts(text -> !text.set().equals(name)));
            Map<String, List<String>> unseen = new LinkedHashMap<>();
            List<LabelledText> texts = together.getOrDefault(name, List.of());
            for (int fold = 0; fold < FOLDS; fold++) {
                rank(trees, texts, fold, unseen);
            }
            out.println(name + ": trained on the other sets " + score(texts, unseen));
        }
    }

    private static void rank(BoostedTrees trees, List<LabelledText> texts, int fold, Map<String, List<String>> ranked) {
        for (LabelledText text : texts) {
            if (fold(text) == fold) {
                Map<String, Double> scores = new LinkedHashMap<>();
                text.rows().forEach(row -> scores.put(row.key(), trees.score(row.features())));
                ranked.put(
                        text.set() + "/" + text.id(),
                        scores.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                .map(Map.Entry::getKey)
                                .toList());
            }
        }
    }

    private static KeyphraseScore score(List<LabelledText> texts, Map<String, List<String>> ranked) {
        return KeyphraseScore.of(
                texts,
                texts.stream()
                        .map(text -> ranked.getOrDefault(text.set() + "/" + text.id(), List.of()))
                        .toList());
    }

    /** By the id alone, so that one text in two sets is in one fold. */
    private static int fold(LabelledText text) {
        return Math.floorMod(text.id().hashCode() * 31 + 7, 9_973) % FOLDS;
    }

    private List<LabelledText> texts(Predicate<LabelledText> wanted) {
        List<LabelledText> texts = new ArrayList<>();
        for (Collection<List<LabelledText>> sets : List.of(together.values(), alone.values())) {
            sets.forEach(set -> set.stream().filter(wanted).forEach(texts::add));
        }
        return texts;
    }

    /** Each set counts as much as another, and each text within it. */
    private static BoostedTrees train(List<LabelledText> texts) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        texts.forEach(text -> sizes.merge(text.set(), 1, Integer::sum));
        List<double[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (LabelledText text : texts) {
            double weight = TEXTS_A_SET
                    / sizes.getOrDefault(text.set(), 1)
                    * ROWS_A_TEXT
                    / Math.max(FEW_ROWS, text.rows().size());
            for (LabelledText.Row row : text.rows()) {
                rows.add(row.features());
                labels.add(row.label());
                weights.add(weight);
            }
        }
        return TreeTrainer.train(rows, array(labels), array(weights), TREES);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }
}
