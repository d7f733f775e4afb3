package dev.linnet.keywords.weighting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An act of the journal that learning heeds.
 *
 * @param sequence its place in the journal
 * @param kind what kind of act
 * @param subject the suggestion's id; of a rollback, anything
 * @param why the reason of a rejection, as {@link Reason} names it, or empty
 * @param data of a decision, the features the suggestion had ({@code kind:name} → value); of an undo, {@value #UNDOES} → the
 *     sequence that it takes back; of a rollback, {@value #TO} → the sequence after which nothing counts; of an outcome, its
 *     figures by their names
 */
public record Lesson(long sequence, Kind kind, String subject, String why, Map<String, Double> data) {
    /** Names the act that an undo takes back. */
    public static final String UNDOES = "undoes";

    /** Names the last act that a rollback lets count. */
    public static final String TO = "to";

    /** The kinds of act, named as in the journal. */
    public enum Kind {
        APPROVE,
        REJECT,
        /** A suggestion was left undecided until it was too old: a weak no. */
        EXPIRE,
        /** The figures of what was shared. */
        OUTCOME,
        /** An earlier act counts no longer. */
        UNDO,
        /** What came after an earlier act counts no longer. */
        ROLLBACK
    }

    public Lesson {
        data = Map.copyOf(data);
    }

    /** The lesson of a journal act; empty where learning does not heed acts of that name. */
    public static Optional<Lesson> of(long sequence, String act, String subject, String why, Map<String, Double> data) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(act))
                .findFirst()
                .map(kind -> new Lesson(sequence, kind, subject, why, data));
    }

    /** An approval, or a rejection without a reason. */
    public static Lesson decision(long sequence, String subject, boolean approved, Map<String, Double> features) {
        return new Lesson(sequence, approved ? Kind.APPROVE : Kind.REJECT, subject, "", features);
    }

    /** A decision to be learnt again. What it did once shared came later, so it counts as one. */
    public static Lesson again(Decision decision, Map<String, Double> features) {
        Kind unwanted = decision.isDecided() ? Kind.REJECT : Kind.EXPIRE;
        return new Lesson(
                decision.sequence(),
                decision.approved() ? Kind.APPROVE : unwanted,
                decision.subject(),
                decision.reason(),
                features);
    }

    /** An act that takes another back. */
    public static Lesson undo(long sequence, long undoes) {
        return new Lesson(sequence, Kind.UNDO, "", "", Map.of(UNDOES, (double) undoes));
    }

    /** An act after which nothing counts that came after {@code to}. */
    public static Lesson rollback(long sequence, long to) {
        return new Lesson(sequence, Kind.ROLLBACK, "", "", Map.of(TO, (double) to));
    }

    /** Whether it says of a suggestion that it is wanted or not. */
    boolean isDecision() {
        return kind == Kind.APPROVE || kind == Kind.REJECT || kind == Kind.EXPIRE;
    }

    /** Whether it tells what a post is like. */
    public boolean describes(String post) {
        return subject.equals(post) && !features().isEmpty();
    }

    /** As it stands in the journal once the post's author deleted it. */
    public Lesson emptied() {
        return new Lesson(sequence, kind, subject, why, Map.of());
    }

    /** The features that a decision or its undo carries. */
    public Map<String, Double> features() {
        Map<String, Double> features = new HashMap<>();
        data.forEach((key, value) -> {
            if (key.indexOf(':') >= 0) {
                features.put(key, value);
            }
        });
        return features;
    }

    /** Why it can't be learnt from, or empty where it can. */
    public Optional<String> fault() {
        return switch (kind) {
            case UNDO ->
                lacks(UNDOES) ? Optional.of("it takes something back, but doesn't say what") : Optional.empty();
            case ROLLBACK -> lacks(TO) ? Optional.of("it rolls back, but doesn't say to where") : Optional.empty();
            case OUTCOME, EXPIRE -> notANumber();
            case APPROVE, REJECT ->
                features().isEmpty() ? Optional.of("it has no features, as its post was deleted") : notANumber();
        };
    }

    private boolean lacks(String key) {
        Double value = data.get(key);
        return value == null || !Double.isFinite(value);
    }

    private Optional<String> notANumber() {
        return data.entrySet().stream()
                .filter(entry -> !Double.isFinite(entry.getValue()))
                .map(entry -> "its '" + entry.getKey() + "' is no number")
                .sorted()
                .findFirst();
    }

    /** The sequence that a data entry names. */
    long names(String key) {
        return data.getOrDefault(key, 0.0).longValue();
    }
}
