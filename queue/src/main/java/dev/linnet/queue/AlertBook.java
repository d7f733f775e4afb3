package dev.linnet.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alerts that were raised. Thread-safe. */
public interface AlertBook {
    /** Writes alerts; one with the same id is replaced, except that a silenced one stays silenced. One on a silenced subject is silenced. */
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
     * Silences all alerts on a subject for a time, those that last too, and writes the act to the journal.
     *
     * @param length how long from {@code at} on; zero ends a silence, and what lasts is shown again
     * @param why the reason, such as {@link Alert#cause}
     */
    JournalEntry silence(String subject, String who, Instant at, Duration length, String why);

    /** The silences of subjects that last, the first to end first. */
    List<Silence> silences(Instant now);

    /** How many alerts opened since, and what came of them. */
    AlertTally tally(Instant since);

    /**
     * Alerts whose opening or end a receiver was not told, oldest first, without those silenced.
     *
     * @param since openings and ends before it are passed over: they are no news
     */
    List<Alert> untold(String receiver, Instant since, int limit);

    /** Notes that a receiver was told of an alert as it stands. */
    void told(String receiver, Alert alert);
}
