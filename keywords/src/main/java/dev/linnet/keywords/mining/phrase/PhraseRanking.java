package dev.linnet.keywords.mining.phrase;

import dev.linnet.keywords.mining.Keyphrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ranks the phrases of one text. In English a phrase's weight is the probability that a person would give it as a keyphrase
 * of the text, as {@link BoostedTrees} learned it from abstracts, news and papers ({@code bench/keyphrases} trains
 * them); in other languages it comes from {@link FrequencyRanking}.
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
                ? PhraseFeatures.of(reading, frequencies).stream().map(PhraseRanking::weighed)
                : FrequencyRanking.rank(reading, frequencies).stream();
        return phrases.sorted(BEST_FIRST).toList();
    }

    private static Keyphrase weighed(PhraseFeatures.Described candidate) {
        double logOdds = Trees.LEARNED.score(candidate.features());
        return new Keyphrase(candidate.surface(), 1 / (1 + Math.exp(-logOdds)));
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
