package dev.linnet.bench.keyphrases;

import dev.linnet.keywords.mining.phrase.BoostedTrees;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes trees as {@link BoostedTrees#read} reads them, with six digits; cuts are rounded down, so that a value on a cut stays on its side. */
final class TreeText {
    private static final MathContext CUT = new MathContext(6, RoundingMode.FLOOR);
    private static final MathContext VALUE = new MathContext(4);

    private TreeText() {}

    static String of(BoostedTrees trees) {
        StringBuilder text = new StringBuilder();
        int depth = Integer.numberOfTrailingZeros(trees.trees().get(0).leaves().length);
        text.append(number(trees.base(), VALUE)).append(' ').append(depth).append('\n');
        for (BoostedTrees.Tree tree : trees.trees()) {
            for (int i = 0; i < tree.features().length; i++) {
                text.append(
                        tree.features()[i] < 0 ? "- " : tree.features()[i] + ":" + number(tree.cuts()[i], CUT) + " ");
            }
            for (int i = 0; i < tree.leaves().length; i++) {
                text.append(number(tree.leaves()[i], VALUE)).append(i < tree.leaves().length - 1 ? " " : "\n");
            }
        }
        return text.toString();
    }

    private static String number(double value, MathContext digits) {
        return new BigDecimal(value).round(digits).stripTrailingZeros().toString();
    }
}
