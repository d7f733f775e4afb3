package dev.linnet.keywords.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds where the phrases of an index stand in a text, exactly. */
final class PhraseFinder {
    /** A place, in indices of the text that was given. */
    record Place(int owner, int start, int end) {}

    private static final Comparator<Place> LONGEST_FIRST = Comparator.comparingInt(Place::start)
            .thenComparing(Comparator.comparingInt(Place::end).reversed())
            .thenComparingInt(Place::owner);

    private final PhraseIndex index;
    private final FoldedText text;
    private final List<FoldedText.Token> tokens;
    private final int[] numbers;
    private final List<Place> places = new ArrayList<>();

    private PhraseFinder(PhraseIndex index, String text) {
        this.index = index;
        this.text = FoldedText.of(text);
        this.tokens = this.text.tokens();
        this.numbers = new int[tokens.size()];
    }

    /** All places by their start, the longest first; of one owner's places that lie within each other, the longest. */
    static List<Place> find(PhraseIndex index, String text) {
        PhraseFinder finder = new PhraseFinder(index, text);
        finder.findWords();
        finder.findTags();
        return finder.ordered();
    }

    private void findWords() {
        for (int i = 0; i < numbers.length; i++) {
            FoldedText.Token token = tokens.get(i);
            numbers[i] = number(token);
        }
        for (int i = 0; i < numbers.length; i++) {
            int node = PhraseIndex.ROOT;
            for (int j = i; j < numbers.length && numbers[j] != 0; j++) {
                node = index.child(node, numbers[j]);
                if (node == 0) {
                    break;
                }
                addEntries(node, i, j);
            }
        }
    }

    private int number(FoldedText.Token token) {
        long hash = 0;
        for (int i = token.from(); i < token.to(); i++) {
            hash = HashIndex.step(hash, text.charAt(i));
        }
        return index.wordByHash(hash) == 0 ? 0 : index.word(text.substring(token.from(), token.to()));
    }

    private void addEntries(int node, int first, int last) {
        for (PhraseIndex.Entry entry : index.entries(node)) {
            Phrase phrase = entry.phrase();
            if (phrase.punctuationFits(text, tokens, first, last)) {
                int from = tokens.get(first).from() - phrase.lead().length();
                int to = tokens.get(last).to() + phrase.trail().length();
                add(entry.owner(), from, to);
            }
        }
    }

    private void findTags() {
        for (FoldedText.Token token : tokens) {
            if (token.tag() && !addTag(token.from(), token.to())) {
                addTagParts(token.from(), token.to());
            }
        }
    }

    private boolean addTag(int from, int to) {
        if (to - from > index.longestTag()) {
            return false;
        }
        List<Integer> owners = index.tagOwners(text.substring(from, to));
        owners.forEach(owner -> add(owner, from, to));
        return !owners.isEmpty();
    }

    private void addTagParts(int tagFrom, int tagTo) {
        List<Integer> bounds = new ArrayList<>();
        bounds.add(tagFrom);
        for (int i = tagFrom + 1; i < tagTo; i++) {
            if (TagParts.begins(text.entry(i - 1), text.entry(i), i + 1 < tagTo ? text.entry(i + 1) : 0)) {
                bounds.add(i);
            }
        }
        bounds.add(tagTo);
        for (int a = 0; a < bounds.size() - 1; a++) {
            for (int b = a + 1; b < bounds.size() && bounds.get(b) - bounds.get(a) <= index.longestTag(); b++) {
                addTag(bounds.get(a), bounds.get(b));
            }
        }
    }

    private void add(int owner, int from, int to) {
        places.add(new Place(owner, text.sourceStart(from), text.sourceEnd(to - 1)));
    }

    private List<Place> ordered() {
        if (places.size() < 2) {
            return places;
        }
        places.sort(LONGEST_FIRST);
        Map<Integer, Integer> reached = new HashMap<>();
        List<Place> kept = new ArrayList<>(places.size());
        for (Place place : places) {
            if (reached.getOrDefault(place.owner(), -1) < place.end()) {
                reached.put(place.owner(), place.end());
                kept.add(place);
            }
        }
        return kept;
    }
}
