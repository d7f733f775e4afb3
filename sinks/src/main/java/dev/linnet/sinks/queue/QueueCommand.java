package dev.linnet.sinks.queue;

import dev.linnet.queue.Alert;
import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.KeywordMinute;
import dev.linnet.queue.StageCount;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.WeightRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to write to the queue database. Exactly the part that its kind names is there; every kind may be written twice
 * without harm.
 *
 * @param kind what is to be written
 * @param id the suggestion, alert, keyword, … it is about; commands with one id keep their order
 * @param at event time; for a deletion, when it was told
 * @param suggestion with {@link Kind#OFFER}
 * @param alert with {@link Kind#ALERT}
 * @param count with {@link Kind#COUNT}
 * @param minute with {@link Kind#MINUTE}
 * @param weight with {@link Kind#WEIGHT}
 * @param kept with {@link Kind#KEPT}
 */
public record QueueCommand(
        Kind kind,
        String id,
        Instant at,
        @Nullable Suggestion suggestion,
        @Nullable Alert alert,
        @Nullable StageCount count,
        @Nullable KeywordMinute minute,
        @Nullable WeightRow weight,
        @Nullable KeptRecord kept) {
    /** What may be written. */
    public enum Kind {
        /** Put a suggestion in the queue, or renew an open one. */
        OFFER,
        /** Take an open suggestion out of the queue; it may be offered again. */
        WITHDRAW,
        /** A post was deleted: take it out for ever. */
        DELETE,
        /** Write an alert. */
        ALERT,
        /** Write a total of the balance. */
        COUNT,
        /** Write a keyword's minute. */
        MINUTE,
        /** Write a learnt weight. */
        WEIGHT,
        /** Keep a record that went no further. */
        KEPT
    }

    /** Puts a suggestion in the queue. */
    public static QueueCommand offer(Suggestion suggestion) {
        return new QueueCommand(
                Kind.OFFER, suggestion.id(), suggestion.created(), suggestion, null, null, null, null, null);
    }

    /** Takes an open suggestion out of the queue for now. */
    public static QueueCommand withdraw(String id, Instant at) {
        return new QueueCommand(Kind.WITHDRAW, id, at, null, null, null, null, null, null);
    }

    /** Takes a deleted post out of the queue for ever. */
    public static QueueCommand delete(String id, Instant at) {
        return new QueueCommand(Kind.DELETE, id, at, null, null, null, null, null, null);
    }

    /** Writes an alert. */
    public static QueueCommand alert(Alert alert) {
        return new QueueCommand(Kind.ALERT, alert.id(), alert.opened(), null, alert, null, null, null, null);
    }

    /** Writes a total of the balance. */
    public static QueueCommand count(StageCount count) {
        String id = count.stage() + '/' + count.reason();
        return new QueueCommand(Kind.COUNT, id, Instant.EPOCH, null, null, count, null, null, null);
    }

    /** Writes a keyword's minute. */
    public static QueueCommand minute(KeywordMinute minute) {
        return new QueueCommand(Kind.MINUTE, minute.keyword(), minute.minute(), null, null, null, minute, null, null);
    }

    /** Writes a learnt weight. */
    public static QueueCommand weight(WeightRow weight) {
        String id = weight.kind() + ':' + weight.name();
        return new QueueCommand(Kind.WEIGHT, id, Instant.EPOCH, null, null, null, null, weight, null);
    }

    /** Keeps a record that went no further. */
    public static QueueCommand kept(KeptRecord kept) {
        return new QueueCommand(Kind.KEPT, kept.id(), kept.at(), null, null, null, null, null, kept);
    }
}
