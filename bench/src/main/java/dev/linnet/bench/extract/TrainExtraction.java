package dev.linnet.bench.extract;

import dev.linnet.keywords.mining.page.MainContent;
import dev.linnet.keywords.mining.page.block.BlockModel;
import dev.linnet.keywords.mining.page.block.Forest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trains the model that tells a page's article from the rest, after a cross-validation by site, whose figures it prints.
 * The second look is trained on what a first look says of pages that it was not trained on.
 */
public final class TrainExtraction {
    private static final int FOLDS = 6;
    private static final int INNER = 4;

    private TrainExtraction() {}

    /** Arguments: the folder with {@code articles/dev} and {@code segments/dev}; the file to write the model to, if any. */
    public static void main(String[] arguments) throws IOException {
        List<LabelledPage> pages = Pages.read(Path.of(arguments[0]));
        System.out.printf(Locale.ROOT, "%d pages; cross-validated by site, %d folds:%n", pages.size(), FOLDS);
        Scores scores = new Scores();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            BlockModel model = train(
                    pages.stream().filter(p -> fold(p, FOLDS, "outer") != out).toList());
            for (LabelledPage page : pages) {
                if (fold(page, FOLDS, "outer") == fold) {
                    scores.add(page.truth(), MainContent.text(page.html(), model));
                }
            }
        }
        System.out.print(scores);
        if (arguments.length > 1) {
            BlockModel model = train(pages);
            Files.writeString(Path.of(arguments[1]), model.write());
            Scores seen = new Scores();
            pages.forEach(page -> seen.add(page.truth(), MainContent.text(page.html(), model)));
            System.out.print("the model as written, on the pages it was trained on (not to be believed):\n" + seen);
        }
    }

    private static int fold(LabelledPage page, int folds, String salt) {
        return Math.floorMod((salt + page.site()).hashCode() * 0x9E3779B9 >>> 8, folds);
    }

    private static BlockModel train(List<LabelledPage> pages) {
        Map<LabelledPage, double[]> unseen = new HashMap<>();
        for (int fold = 0; fold < INNER; fold++) {
            int out = fold;
            Forest look = firstLook(
                    pages.stream().filter(p -> fold(p, INNER, "inner") != out).toList());
            pages.stream()
                    .filter(page -> fold(page, INNER, "inner") == out)
                    .forEach(page ->
                            unseen.put(page, look.probabilities(page.blocks().firstLook())));
        }
        List<float[][]> again = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (LabelledPage page : pages) {
            again.add(page.blocks().secondLook(unseen.getOrDefault(page, new double[0])));
            if (names.isEmpty()) {
                names.addAll(page.blocks().names());
            }
        }
        return new BlockModel(firstLook(pages), Boosting.train(new Rows(pages, again)), names);
    }

    private static Forest firstLook(List<LabelledPage> pages) {
        return Boosting.train(new Rows(
                pages, pages.stream().map(page -> page.blocks().firstLook()).toList()));
    }
}
