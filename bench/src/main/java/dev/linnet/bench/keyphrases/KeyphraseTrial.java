package dev.linnet.bench.keyphrases;

import dev.linnet.keywords.mining.phrase.BoostedTrees;
import dev.linnet.keywords.mining.phrase.PhraseFeatures;
import dev.linnet.keywords.mining.phrase.PhraseRanking;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How good trees are on texts that they have not seen: three-fold cross-validation within the sets, with the folder's word
 * frequencies, without them, and with the titles cut off; each set when the trees know none of its texts; and beside them
 * SingleRank, which learns nothing.
 */
final class KeyphraseTrial {
    private static final int FOLDS = 3;

    private final List<Samples> sets;
    private final Function<Predicate<LabelledText>, BoostedTrees> training;

    /**
     * A trial.
     *
     * @param training trains on the texts that it is told
     */
    KeyphraseTrial(List<Samples> sets, Function<Predicate<LabelledText>, BoostedTrees> training) {
        this.sets = sets;
        this.training = training;
    }

    void tell(PrintStream out) {
        List<BoostedTrees> without = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            without.add(training.apply(text -> fold(text) != held));
        }
        for (Samples set : sets) {
            out.println(
                    set.name() + ": cross-validated " + crossValidated(without, set.together()) + "; each text alone "
                            + crossValidated(without, set.alone()) + "; titles cut off "
                            + crossValidated(without, set.untitled()));
        }
        for (Samples set : sets) {
            BoostedTrees others = training.apply(text -> !texts(text.set()).equals(texts(set.name())));
            out.println(set.name() + ": trained on the other sets "
                    + score(set.together(), text -> scores(others, text)) + "; SingleRank "
                    + score(set.together(), KeyphraseTrial::singleRank) + "; titles cut off "
                    + score(set.untitled(), KeyphraseTrial::singleRank));
        }
    }

    private static KeyphraseScore crossValidated(List<BoostedTrees> without, List<LabelledText> texts) {
        return score(texts, text -> scores(without.get(fold(text)), text));
    }

    private static double[] scores(BoostedTrees trees, LabelledText text) {
        return PhraseRanking.scores(trees, text.candidates());
    }

    /** Whole noun phrases by the sum of their words' ranks; the rest after them. */
    private static double[] singleRank(LabelledText text) {
        return text.candidates().stream()
                .mapToDouble(candidate -> value(candidate, "whole") > 0
                        ? value(candidate, "centre")
                        : value(candidate, "centre") - Integer.MAX_VALUE)
                .toArray();
    }

    private static double value(PhraseFeatures.Described candidate, String feature) {
        return candidate.features()[candidate.names().indexOf(feature)];
    }

    private static KeyphraseScore score(List<LabelledText> texts, Function<LabelledText, double[]> ranking) {
        return KeyphraseScore.of(
                texts,
                texts.stream().map(text -> sorted(text, ranking.apply(text))).toList());
    }

    private static List<String> sorted(LabelledText text, double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .map(i -> text.candidates().get(i).key())
                .toList();
    }

    /** The folder's name: two sets of keyphrases may be of the same texts. */
    private static String texts(String set) {
        return set.split(",", 2)[0];
    }

    /** By the id alone, so that one text in two sets, and its altered copies, are in one fold. */
    private static int fold(LabelledText text) {
        return Math.floorMod(text.id().hashCode() * 31 + 7, 9_973) % FOLDS;
    }
}
