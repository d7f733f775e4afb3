package dev.linnet.keywords.weighting;

import dev.linnet.keywords.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lessons of the journal, and the weights that follow from them and from nothing else.
 *
 * <p>Whatever the order in which lessons and vocabularies come, the weights are bit for bit those of a fresh model that learns the
 * standing decisions in the order of their sequence. A lesson that comes twice counts once; one that was undone, or that a
 * rollback went back behind, counts no more than if it had never been. One that can't be learnt from is kept apart. Not safe
 * for use by several threads.
 */
public final class WeightLedger {
    private static final Outcomes NO_OUTCOMES = new Outcomes(List.of());

    private final NavigableMap<Long, Lesson> lessons = new TreeMap<>();
    private final NavigableMap<Long, String> skipped = new TreeMap<>();
    private final Set<String> withOutcome = new HashSet<>();
    private Vocabulary vocabulary;
    private RelevanceModel model;
    private Learner learner;

    /** The vocabulary to come under the decisions, or null. */
    private @Nullable Supplier<Vocabulary> next;

    private boolean isSettled = true;

    /** An empty ledger: the weights are the vocabulary's prior. */
    public WeightLedger(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.model = RelevanceModel.of(vocabulary);
        this.learner = new Learner(new Prior(vocabulary));
    }

    /** The ledger that stored lessons make, in whatever order they come. */
    public static WeightLedger restore(Vocabulary vocabulary, Collection<Lesson> lessons) {
        WeightLedger ledger = new WeightLedger(vocabulary);
        lessons.forEach(ledger::put);
        ledger.rebuild();
        return ledger;
    }

    /** The decisions that count of some lessons, in their order, without learning them. */
    public static List<Decision> standing(Collection<Lesson> lessons) {
        WeightLedger ledger = new WeightLedger(Vocabulary.of(List.of()));
        lessons.forEach(ledger::put);
        return ledger.decisions();
    }

    /** Takes a lesson in. Returns the weights that changed; those that no decision speaks about any longer have 0 decisions. */
    public List<Weight> take(Lesson lesson) {
        List<Weight> changed = hear(lesson);
        return isSettled ? changed : settle();
    }

    /**
     * Takes a lesson in, and learns it at once where that is one step: of a decision that comes after all others. Whatever changes
     * what was learnt before, and all that follows it, waits for {@link #settle()}, so that many such acts are one rebuild.
     *
     * @return the weights that changed at once
     */
    public List<Weight> hear(Lesson lesson) {
        boolean newest = lessons.isEmpty() || lessons.lastKey() < lesson.sequence();
        if (!put(lesson)) {
            return List.of();
        }
        if (isSettled && newest && lesson.isDecision() && !withOutcome.contains(lesson.subject())) {
            return learn(Standing.decision(lesson, NO_OUTCOMES));
        }
        boolean undoesNothing =
                newest && lesson.kind() == Lesson.Kind.UNDO && !lessons.containsKey(lesson.names(Lesson.UNDOES));
        isSettled &= undoesNothing;
        return List.of();
    }

    /** Puts another vocabulary under the decisions, once they are settled; it is asked for then. */
    public void hear(Supplier<Vocabulary> changed) {
        next = changed;
        isSettled = false;
    }

    /**
     * Lets go of what the decisions on a post say of it, as its author deleted it. The weights are then, once they are settled, those
     * of a journal in which these decisions are empty.
     */
    public void forget(String subject) {
        List<Lesson> told = lessons.values().stream()
                .filter(lesson -> lesson.describes(subject))
                .toList();
        for (Lesson lesson : told) {
            lessons.remove(lesson.sequence());
            put(lesson.emptied());
            isSettled = false;
        }
    }

    /** Learns anew if anything was heard that changes what came before. Returns the weights that changed by it. */
    public List<Weight> settle() {
        return isSettled ? List.of() : rebuild();
    }

    /** Whether a lesson is new and can be learnt from. */
    private boolean put(Lesson lesson) {
        Optional<String> fault = lesson.fault();
        if (fault.isPresent()) {
            skipped.put(lesson.sequence(), fault.get());
            return false;
        }
        if (lesson.kind() == Lesson.Kind.OUTCOME) {
            withOutcome.add(lesson.subject());
        }
        return lessons.putIfAbsent(lesson.sequence(), lesson) == null;
    }

    private List<Weight> learn(Decision decision) {
        learner.learn(decision);
        List<Weight> changed = learner.table().takeChanged();
        model.put(changed);
        return changed;
    }

    /** Puts another vocabulary under the decisions. Returns the weights that changed. */
    public List<Weight> rebase(Vocabulary changed) {
        hear(() -> changed);
        return settle();
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
        return Standing.decisions(lessons);
    }

    /** All lessons that can be learnt from, in their order, void ones too. */
    public List<Lesson> lessons() {
        return List.copyOf(lessons.values());
    }

    /** The lessons that can't be learnt from: their sequence, and why. */
    public SortedMap<Long, String> skipped() {
        return Collections.unmodifiableSortedMap(skipped);
    }

    private List<Weight> rebuild() {
        Map<String, Weight> before = new HashMap<>();
        model.weights().forEach(weight -> before.put(weight.key(), weight));
        if (next != null) {
            vocabulary = next.get();
            next = null;
        }
        isSettled = true;
        learner = new Learner(new Prior(vocabulary));
        Standing.decisions(lessons).forEach(learner::learn);
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
