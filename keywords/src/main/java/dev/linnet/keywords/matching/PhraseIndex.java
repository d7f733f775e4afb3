package dev.linnet.keywords.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every way in which every phrase may be written, as a trie over words; immutable once it is built.
 *
 * <p>A phrase belongs to an owner: the place of its keyword in the list that was given. A word has a number, a trie node
 * is reached by a node and a word's number; 0 is "none" and {@link #ROOT} the first node.
 */
final class PhraseIndex {
    static final int ROOT = 1;

    /** A phrase and whose it is. */
    record Entry(int owner, Phrase phrase) {}

    private final Map<String, Integer> words = new HashMap<>();
    private final HashIndex wordHashes = new HashIndex();
    private final HashIndex children = new HashIndex();
    private final List<List<Entry>> entriesAt = new ArrayList<>(List.of(List.of(), List.of()));
    private final Map<String, List<Integer>> tags = new HashMap<>();
    private final HashIndex tagHashes = new HashIndex();
    private int deepest;
    private int longestTag;
    private boolean singles;
    private boolean supplementary;
    private boolean entityWords;

    /** Indexes the spellings of each owner: spellings that hold nothing to be found are passed over. */
    static PhraseIndex of(List<List<String>> spellings) {
        PhraseIndex index = new PhraseIndex();
        for (int owner = 0; owner < spellings.size(); owner++) {
            for (Phrase phrase : phrases(spellings.get(owner))) {
                index.add(owner, phrase);
            }
        }
        for (String word : List.of("amp", "lt", "gt", "quot")) {
            index.entityWords |= index.words.containsKey(word);
        }
        return index;
    }

    private static Set<Phrase> phrases(List<String> spellings) {
        Set<Phrase> phrases = new LinkedHashSet<>();
        for (String spelling : spellings) {
            Phrase.parse(spelling).ifPresent(phrase -> {
                phrases.add(phrase);
                if (phrase.endsInWord() && phrase.trail().isEmpty()) {
                    String last = phrase.words().get(phrase.words().size() - 1);
                    Plurals.otherForms(last).forEach(other -> phrases.add(phrase.withLastWord(other)));
                }
            });
        }
        return phrases;
    }

    private void add(int owner, Phrase phrase) {
        addWords(owner, phrase, phrase.words());
        if (phrase.joinsAnywhere()) {
            addWords(owner, new Phrase(List.of(phrase.joined()), "", List.of(), "", true), List.of(phrase.joined()));
        }
        if (phrase.joinsInTag()) {
            String joined = phrase.joined();
            List<Integer> owners = tags.computeIfAbsent(joined, x -> new ArrayList<>());
            if (!owners.contains(owner)) {
                owners.add(owner);
            }
            tagHashes.put(HashIndex.hash(joined), 1);
            longestTag = Math.max(longestTag, joined.length());
        }
    }

    private void addWords(int owner, Phrase phrase, List<String> path) {
        int node = ROOT;
        for (String word : path) {
            int number = words.computeIfAbsent(word, x -> words.size() + 1);
            wordHashes.put(HashIndex.hash(word), number);
            noteScript(word);
            long edge = HashIndex.pair(node, number);
            int child = children.get(edge);
            if (child == 0) {
                child = entriesAt.size();
                entriesAt.add(List.of());
                children.put(edge, child);
            }
            node = child;
        }
        if (entriesAt.get(node).isEmpty()) {
            entriesAt.set(node, new ArrayList<>(1));
        }
        entriesAt.get(node).add(new Entry(owner, phrase));
        deepest = Math.max(deepest, path.size());
    }

    private void noteScript(String word) {
        singles |= word.length() == 1 && Folding.kindOfFolded(word.charAt(0)) == Folding.SINGLE;
        supplementary |= word.chars().anyMatch(c -> Character.isSurrogate((char) c));
    }

    /** The number of a folded word, or 0. */
    int word(String word) {
        return words.getOrDefault(word, 0);
    }

    /** The number of the word with this {@link HashIndex#hash}, or 0; another word may share the hash. */
    int wordByHash(long hash) {
        return wordHashes.get(hash);
    }

    /** The node reached from a node by a word, or 0. */
    int child(int node, int word) {
        return children.get(HashIndex.pair(node, word));
    }

    /** The phrases that end at a node. */
    List<Entry> entries(int node) {
        return entriesAt.get(node);
    }

    /** Whose phrases are written like this, as one word, in a hashtag. */
    List<Integer> tagOwners(String joined) {
        return tags.getOrDefault(joined, List.of());
    }

    /** Whether a part of a hashtag with this {@link HashIndex#hash} may be someone's. */
    boolean mayBeTag(long hash) {
        return tagHashes.get(hash) != 0;
    }

    /** The most words that a phrase has. */
    int deepest() {
        return deepest;
    }

    /** The most characters that a phrase has as one word. */
    int longestTag() {
        return longestTag;
    }

    /** Whether a phrase holds ideographs or symbols. */
    boolean hasSingles() {
        return singles;
    }

    /** Whether a phrase holds a code point beyond U+FFFF. */
    boolean hasSupplementary() {
        return supplementary;
    }

    /** Whether a phrase holds a word that is also the name of an HTML entity, such as {@code amp}. */
    boolean hasEntityWords() {
        return entityWords;
    }

    boolean isEmpty() {
        return deepest == 0;
    }
}
