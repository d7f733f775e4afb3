package dev.linnet.bench.keyphrases;

import java.util.List;
import java.util.stream.Stream;

/**
 * The texts of a set in the shapes that they are trained on or tried in.
 *
 * @param name the set's name
 * @param together each knowing how frequent words are in the others of the set
 * @param alone each as if it were the only one
 * @param altered each altered in one of the {@linkplain Alteration ways}, in turn
 * @param untitled each without its title
 */
record Samples(
        String name,
        List<LabelledText> together,
        List<LabelledText> alone,
        List<LabelledText> altered,
        List<LabelledText> untitled) {
    static Samples of(LabelledSet set) {
        return new Samples(
                set.name(),
                set.together(),
                set.alone(),
                set.altered(Alteration.values()),
                set.altered(Alteration.UNTITLED));
    }

    Stream<LabelledText> forTraining() {
        return Stream.of(together, alone, altered).flatMap(List::stream);
    }
}
