package dev.linnet.keywords.mining.phrase;

import dev.linnet.keywords.mining.Keyphrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranks the phrases of one text. In English a phrase's weight is the probability that a person would give it as a keyphrase
 * of the text, as {@link BoostedTrees} learned it from abstracts, news and papers ({@code bench/keyphrases} trains
 * them), nudged by {@link UnlearnedOrder}; in other languages it comes from {@link FrequencyRanking}.
 */
public final class PhraseRanking {
    private static final Comparator<Keyphrase> BEST_FIRST =
            Comparator.comparingDouble(Keyphrase::weight).reversed().thenComparing(Keyphrase::text);

    private final Frequencies frequencies = new Frequencies();

    /** Learns in how many texts each word stands. */
    public void learn(Reading reading) {
        frequencies.learn(reading);
    }

    /** The phrases, best first, each stem once. */
    public List<Keyphrase> rank(Reading reading) {
        Stream<Keyphrase> phrases = reading.isTagged()
                ? weighed(PhraseFeatures.of(reading, frequencies))
                : FrequencyRanking.rank(reading, frequencies).stream();
        return phrases.sorted(BEST_FIRST).toList();
    }

    /**
     * The log-odds that each candidate of a text is a keyphrase of it: what the trees say, held to what rankings say that
     * learn nothing.
     */
    public static double[] scores(BoostedTrees trees, List<PhraseFeatures.Described> candidates) {
        double[] scores = UnlearnedOrder.support(candidates);
        for (int i = 0; i < scores.length; i++) {
            scores[i] += trees.score(candidates.get(i).features());
        }
        return scores;
    }

    private static Stream<Keyphrase> weighed(List<PhraseFeatures.Described> candidates) {
        double[] scores = scores(Trees.LEARNED, candidates);
        return IntStream.range(0, scores.length)
                .mapToObj(i -> new Keyphrase(candidates.get(i).surface(), 1 / (1 + Math.exp(-scores[i]))));
    }

    /** The trees are read once, when the first English text is ranked. */
    private static final class Trees {
        static final BoostedTrees LEARNED = load();

        private static BoostedTrees load() {
            try (InputStream in = PhraseRanking.class.getResourceAsStream("keyphrase-trees.txt")) {
                if (in == null) {
                    throw new IllegalStateException("the trees keyphrase-trees.txt are missing from the jar");
                }
                return BoostedTrees.read(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
