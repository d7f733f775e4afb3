package dev.linnet.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alerts that were raised. Thread-safe. */
public interface AlertBook {
    /** Writes alerts; one with the same id is replaced, except that a silenced one stays silenced. */
    void put(List<Alert> alerts);

    /** The newest alerts, newest first, without those silenced. */
    List<Alert> newest(int limit);

    /** One alert. */
    Optional<Alert> find(String id);

    /** Takes a deleted post out of every alert it drove. */
    void forgetPosts(List<String> postIds);

    /** Silences an alert, and writes the act to the journal. Empty when there is no such alert. */
    Optional<JournalEntry> silence(String id, String who, Instant at);

    /**
     * Alerts whose opening or end a receiver was not told, oldest first, without those silenced.
     *
     * @param openedSince older ones are passed over: they are no news
     */
    List<Alert> untold(String receiver, Instant openedSince, int limit);

    /** Notes that a receiver was told of an alert as it stands. */
    void told(String receiver, Alert alert);
}
