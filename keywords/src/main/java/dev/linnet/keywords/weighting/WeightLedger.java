package dev.linnet.keywords.weighting;

import dev.linnet.keywords.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The decisions of the journal, and the weights that follow from them and from nothing else.
 *
 * <p>Whatever the order in which decisions, undos and vocabularies come, the weights are bit for bit those of a fresh model
 * that learns the standing decisions in the order of their sequence. A decision that comes twice counts once; one that was
 * undone never counts again. Not safe for use by several threads.
 */
public final class WeightLedger {
    private final NavigableMap<Long, Decision> decisions = new TreeMap<>();
    private final Set<Long> undone = new HashSet<>();
    private Vocabulary vocabulary;
    private RelevanceModel model;
    private Learner learner;

    /** An empty ledger: the weights are the vocabulary's prior. */
    public WeightLedger(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.model = RelevanceModel.of(vocabulary);
        this.learner = new Learner(new Prior(vocabulary));
    }

    /** The ledger that stored decisions and undos make, in whatever order they come. */
    public static WeightLedger restore(Vocabulary vocabulary, Collection<Decision> decisions, Collection<Long> undone) {
        WeightLedger ledger = new WeightLedger(vocabulary);
        ledger.undone.addAll(undone);
        for (Decision decision : decisions) {
            if (!ledger.undone.contains(decision.sequence())) {
                ledger.decisions.putIfAbsent(decision.sequence(), decision);
            }
        }
        ledger.rebuild();
        return ledger;
    }

    /** Counts a decision. Returns the weights that changed; none when it is known or undone already. */
    public List<Weight> apply(Decision decision) {
        long sequence = decision.sequence();
        if (undone.contains(sequence) || decisions.containsKey(sequence)) {
            return List.of();
        }
        boolean newest = decisions.isEmpty() || decisions.lastKey() < sequence;
        decisions.put(sequence, decision);
        return newest ? learn(decision) : rebuild();
    }

    private List<Weight> learn(Decision decision) {
        learner.learn(decision);
        List<Weight> changed = learner.table().takeChanged();
        model.put(changed);
        return changed;
    }

    /**
     * Takes a decision back, as if it had never been. Returns the weights that changed: those that no decision speaks about
     * any longer are told with their prior and 0 decisions.
     */
    public List<Weight> undo(long sequence) {
        undone.add(sequence);
        return decisions.remove(sequence) == null ? List.of() : rebuild();
    }

    /** Puts another vocabulary under the decisions. Returns the weights that changed. */
    public List<Weight> rebase(Vocabulary changed) {
        vocabulary = changed;
        return rebuild();
    }

    /** All weights that the remembered decisions speak of, by key. */
    public List<Weight> weights() {
        return model.weights();
    }

    /** The model as it stands; it changes with the ledger, and is only to be scored with. */
    public RelevanceModel model() {
        return model;
    }

    /** The decisions that count, in their order. */
    public List<Decision> decisions() {
        return List.copyOf(decisions.values());
    }

    /** The sequences that were undone, in their order. */
    public List<Long> undone() {
        return undone.stream().sorted().toList();
    }

    private List<Weight> rebuild() {
        Map<String, Weight> before = new HashMap<>();
        model.weights().forEach(weight -> before.put(weight.key(), weight));
        learner = new Learner(new Prior(vocabulary));
        decisions.values().forEach(learner::learn);
        learner.table().forgetChanges();
        model = RelevanceModel.of(vocabulary, learner.table().weights());
        List<Weight> changed = new ArrayList<>();
        for (Weight weight : model.weights()) {
            if (!weight.equals(before.remove(weight.key()))) {
                changed.add(weight);
            }
        }
        before.values().forEach(gone -> changed.add(model.weight(gone.kind(), gone.name())));
        changed.sort(Comparator.comparing(Weight::key));
        return changed;
    }
}
