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
 * One thing that the job tells the queue database. Only the part that its kind names is there; the others are null.
 *
 * <p>Writing one twice is the same as writing it once.
 *
 * @param kind what it is
 * @param suggestion for {@link Kind#OFFER}
 * @param postId for {@link Kind#DELETE}, {@link Kind#DELETE_KNOWN} and {@link Kind#WITHDRAW}: {@code platform:post id}
 * @param at for the same: when, in event time
 * @param alert for {@link Kind#ALERT}
 * @param count for {@link Kind#COUNT}
 * @param minute for {@link Kind#MINUTE}
 * @param weight for {@link Kind#WEIGHT}
 * @param kept for {@link Kind#KEEP}
 */
public record QueueCommand(
        Kind kind,
        @Nullable Suggestion suggestion,
        @Nullable String postId,
        @Nullable Instant at,
        @Nullable Alert alert,
        @Nullable StageCount count,
        @Nullable KeywordMinute minute,
        @Nullable WeightRow weight,
        @Nullable KeptRecord kept) {
    /** What a command does. */
    public enum Kind {
        /** Takes a post out of queue, alerts and kept records, for ever. */
        DELETE,
        /** Takes an open suggestion out of the queue for now: another copy of its text, or another version, stands for it. */
        WITHDRAW,
        /** Puts a suggestion in the queue. */
        OFFER,
        /** Writes an alert. */
        ALERT,
        /** Writes a total of the balance. */
        COUNT,
        /** Writes a keyword's minute. */
        MINUTE,
        /** Takes out all learnt weights, before those that stand are written. */
        CLEAR_WEIGHTS,
        /** Writes a learnt weight. */
        WEIGHT,
        /** Keeps a record that went no further. */
        KEEP,
        /** {@link #DELETE} if the database holds anything of the post, and nothing if not. */
        DELETE_KNOWN
    }

    /** Puts a suggestion in the queue. */
    public static QueueCommand offer(Suggestion suggestion) {
        return new QueueCommand(Kind.OFFER, suggestion, null, null, null, null, null, null, null);
    }

    /** Takes a post out for ever. */
    public static QueueCommand delete(String id, Instant at) {
        return new QueueCommand(Kind.DELETE, null, id, at, null, null, null, null, null);
    }

    /** Takes a post out for ever if it is there. */
    public static QueueCommand deleteKnown(String id, Instant at) {
        return new QueueCommand(Kind.DELETE_KNOWN, null, id, at, null, null, null, null, null);
    }

    /** Takes an open suggestion out for now; it may be offered again. */
    public static QueueCommand withdraw(String id, Instant at) {
        return new QueueCommand(Kind.WITHDRAW, null, id, at, null, null, null, null, null);
    }

    /** Writes an alert. */
    public static QueueCommand alert(Alert alert) {
        return new QueueCommand(Kind.ALERT, null, null, null, alert, null, null, null, null);
    }

    /** Writes a total of the balance. */
    public static QueueCommand count(StageCount count) {
        return new QueueCommand(Kind.COUNT, null, null, null, null, count, null, null, null);
    }

    /** Writes a keyword's minute. */
    public static QueueCommand minute(KeywordMinute minute) {
        return new QueueCommand(Kind.MINUTE, null, null, null, null, null, minute, null, null);
    }

    /** Takes out all learnt weights. */
    public static QueueCommand clearWeights() {
        return new QueueCommand(Kind.CLEAR_WEIGHTS, null, null, null, null, null, null, null, null);
    }

    /** Writes a learnt weight. */
    public static QueueCommand weight(WeightRow weight) {
        return new QueueCommand(Kind.WEIGHT, null, null, null, null, null, null, weight, null);
    }

    /** Keeps a record that went no further. */
    public static QueueCommand keep(KeptRecord kept) {
        return new QueueCommand(Kind.KEEP, null, null, null, null, null, null, null, kept);
    }
}
