package dev.linnet.review.suggestions;

import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.review.suggestions.Ranking.Ranked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Folds suggestions that are alike into one: those of one conversation, with a link in common, or whose sets of words have a Jaccard similarity
 * (shared words ÷ all words of the two) of at least {@value #SIMILARITY}.
 *
 * <p>A suggestion is compared with those that stand above it and were not folded themselves, so that a row of small
 * changes doesn't lead from one post to a wholly different one.
 */
final class Alike {
    static final double SIMILARITY = 0.6;

    private final Map<String, Integer> ofConversation = new HashMap<>();
    private final Map<String, Integer> withLink = new HashMap<>();
    private final Map<String, List<Integer>> withWord = new HashMap<>();
    private final List<Integer> lengths = new ArrayList<>();

    private Alike() {}

    /**
     * A list without what is alike.
     *
     * @param offered the suggestions that are alike none above them, each with those that are alike it
     * @param settled the suggestions that are alike one that was decided
     */
    record Folded(List<Ranked> offered, List<Ranked> settled) {}

    /**
     * Folds a list; the order stays.
     *
     * @param ranked open suggestions, best first
     * @param decided suggestions that were decided of late
     */
    static Folded fold(List<Ranked> ranked, List<QueuedSuggestion> decided) {
        Alike alike = new Alike();
        decided.forEach(one -> alike.add(Gist.of(one.suggestion())));
        List<Ranked> settled = new ArrayList<>();
        List<Ranked> heads = new ArrayList<>();
        List<List<Ranked>> folded = new ArrayList<>();
        for (Ranked one : ranked) {
            Gist gist = Gist.of(one.queued().suggestion());
            OptionalInt like = alike.first(gist);
            if (like.isEmpty()) {
                alike.add(gist);
                heads.add(one);
                folded.add(new ArrayList<>());
            } else if (like.getAsInt() < decided.size()) {
                settled.add(one);
            } else {
                folded.get(like.getAsInt() - decided.size()).add(one);
            }
        }
        List<Ranked> offered = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            offered.add(heads.get(i).over(folded.get(i)));
        }
        return new Folded(offered, settled);
    }

    private void add(Gist gist) {
        int number = lengths.size();
        lengths.add(gist.words().size());
        ofConversation.putIfAbsent(gist.conversation(), number);
        gist.links().forEach(link -> withLink.putIfAbsent(link, number));
        gist.words()
                .forEach(word ->
                        withWord.computeIfAbsent(word, any -> new ArrayList<>()).add(number));
    }

    /** The first of those added that is alike. */
    private OptionalInt first(Gist gist) {
        int[] shared = new int[lengths.size()];
        for (String word : gist.words()) {
            withWord.getOrDefault(word, List.of()).forEach(number -> shared[number]++);
        }
        int first = gist.links().stream()
                .mapToInt(link -> withLink.getOrDefault(link, Integer.MAX_VALUE))
                .reduce(ofConversation.getOrDefault(gist.conversation(), Integer.MAX_VALUE), Math::min);
        for (int i = 0; i < shared.length; i++) {
            int all = lengths.get(i) + gist.words().size() - shared[i];
            if (i == first || (shared[i] > 0 && shared[i] >= SIMILARITY * all)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
