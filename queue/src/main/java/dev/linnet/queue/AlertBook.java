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
}
