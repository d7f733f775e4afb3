package dev.linnet.queue;

import java.time.Instant;
import java.util.Map;

/**
 * One act of a person, or of Linnet, as it stands in the journal. The journal is append-only, but for the data of decisions on deleted
 * posts, which is emptied.
 *
 * @param sequence its place, from 1, without gaps visible to a reader: an entry is seen only after all before it
 * @param at when
 * @param who the person; {@code linnet/mining} when the blog was mined again, {@code linnet/file} when the vocabulary file was edited,
 *     {@code linnet/expiry} when a suggestion was left too long, {@code linnet/deletion} when a decided post was deleted
 * @param act what kind of act
 * @param subject what it was done to: a suggestion's id, a keyword, an author's handle, an alert's id
 * @param why the reason given, or empty
 * @param data what the act needs to be replayed without a join: for a decision, the features ({@code kind:name} → value)
 *     that the suggestion had, and {@code "latency"} → the seconds that it waited in the queue; for an undo, those of the decision that is taken back, and {@code "undoes"} → its sequence;
 *     for a keyword, {@code "weight"} and {@code "priority"} (0 or 1), and where its other spellings are set,
 *     {@code "variants"} (how many) and {@code "variant:SPELLING"} (1) each; for a rollback, {@code "to"} → the last act that counts; for an outcome, its
 *     figures by their names; for the silence of a subject, {@value #HOURS}
 */
public record JournalEntry(
        long sequence, Instant at, String who, Act act, String subject, String why, Map<String, Double> data) {
    /** For how many hours a subject is silenced. */
    public static final String HOURS = "hours";

    /** The kinds of act. */
    public enum Act {
        /** A suggestion was approved. */
        APPROVE,
        /** A suggestion was rejected. */
        REJECT,
        /** The decision on a suggestion was taken back. {@code why} says which it was: {@code approve} or {@code reject}. */
        UNDO,
        /** A keyword was added, or its weight or priority changed. */
        SET_KEYWORD,
        /** A keyword was removed. */
        REMOVE_KEYWORD,
        /** A topic was muted: posts that hold it are dropped. */
        MUTE,
        /** A topic is no longer muted. */
        UNMUTE,
        /** An author became trusted. */
        TRUST,
        /** An author is no longer trusted. */
        UNTRUST,
        /** An alert was silenced; with {@value #HOURS}, all alerts on a subject for so long, and 0 ends that. */
        SILENCE,
        /** An alert was called useful. */
        USEFUL,
        /** An alert was called noise. */
        NOT_USEFUL,
        /** The figures of something shared came in. */
        OUTCOME,
        /** A suggestion left the queue undecided, as it had become too old. */
        EXPIRE,
        /** Learning went back to an earlier moment. */
        ROLLBACK,
        /** A post that was decided on was deleted by its author: the data of the decisions on it was emptied, and is to be forgotten. */
        FORGET
    }
}
