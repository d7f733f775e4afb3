package dev.linnet.pipeline.mining;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.mining.vocabulary.VocabularyEntry;
import dev.linnet.keywords.mining.vocabulary.VocabularyFile;
import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.queue.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps vocabulary file and journal in agreement while a job runs: mines the blog into the file again, and writes what mining
 * or a person changed in the file to the journal, from where it reaches the job and the console. For one thread.
 *
 * <p>What a person decided of a keyword in the console stands: mining leaves that keyword alone.
 */
final class VocabularyKeeper {
    private static final int BATCH = 1_000;
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(15);

    private final KeeperSettings settings;
    private final JournalAccess.Session journal;
    private final Miner miner;
    private final Clock clock;
    private final Consumer<String> words;
    private final FileActs known;
    private final Set<String> told = new HashSet<>();
    private final Instant began;

    private long cursor;
    private @Nullable Instant minedByJournal;
    private @Nullable Instant retryAt;
    private @Nullable String seen;
    private @Nullable VocabularyFile file;
    private @Nullable String unwritten;

    /** Reads the blog and mines it. */
    @FunctionalInterface
    interface Miner {
        BlogMining.Mined mine() throws IOException;
    }

    /**
     * @param words is told, in plain words, what has changed and what could not be done
     * @throws IOException if the text that the job was made with is no vocabulary
     */
    VocabularyKeeper(
            KeeperSettings settings, JournalAccess.Session journal, Miner miner, Clock clock, Consumer<String> words)
            throws IOException {
        this.settings = settings;
        this.journal = journal;
        this.miner = miner;
        this.clock = clock;
        this.words = words;
        this.began = clock.instant();
        this.known = new FileActs(vocabulary(VocabularyFile.parse(settings.path(), settings.text())));
    }

    /**
     * Looks at journal and file, and mines if it is time to.
     *
     * @return how long to wait before the next time
     */
    Duration tend() {
        readJournal();
        look();
        writeActs();
        Instant due = miningDue();
        if (due != null && !due.isAfter(clock.instant())) {
            mine();
            due = miningDue();
        }
        Duration untilMining = due == null ? Duration.ofDays(1) : Duration.between(clock.instant(), due);
        Duration look = settings.lookEvery();
        Duration wait = look.isZero() || untilMining.compareTo(look) < 0 ? untilMining : look;
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void readJournal() {
        List<JournalEntry> entries;
        do {
            entries = journal.after(cursor, BATCH);
            for (JournalEntry entry : entries) {
                known.take(entry);
                cursor = entry.sequence();
                minedByJournal = entry.who().equals(FileActs.MINING) ? entry.at() : minedByJournal;
            }
        } while (entries.size() == BATCH);
    }

    /** Takes in the file as it is now; a file with mistakes is told, and the vocabulary in force stays. */
    private void look() {
        try {
            if (!Files.exists(settings.path())) {
                file = null;
                seen = null;
                tellOnce(
                        "the vocabulary " + settings.file() + " is not there where the job runs, so edits in it are not"
                                + " seen and it is not mined again; put it where every part of the job can read and write it");
                return;
            }
            String text = Files.readString(settings.path());
            if (!text.equals(seen)) {
                seen = text;
                file = null;
                file = VocabularyFile.parse(settings.path(), text);
                unwritten = FileActs.FILE;
            }
        } catch (IOException e) {
            words.accept(e.getMessage() + "; until it is mended, the vocabulary in force stays");
        }
    }

    private void writeActs() {
        VocabularyFile now = file;
        String who = unwritten;
        if (now == null || who == null) {
            return;
        }
        List<FileActs.Change> changes = known.changes(vocabulary(now));
        Map<String, VocabularyEntry> entries =
                now.keywords().stream().collect(Collectors.toMap(VocabularyEntry::text, Function.identity()));
        for (FileActs.Change change : changes) {
            String why = who.equals(FileActs.FILE)
                    ? "edited in " + settings.path().getFileName()
                    : why(entries.get(change.subject()));
            journal.append(clock.instant(), who, change.act(), change.subject(), why, change.data());
        }
        readJournal();
        unwritten = null;
        if (!changes.isEmpty()) {
            words.accept(
                    (who.equals(FileActs.FILE) ? "edits in " + settings.file() : "mining the blog again") + " made "
                            + changes.size() + (changes.size() == 1 ? " change" : " changes") + " in the vocabulary");
        }
    }

    private static String why(@Nullable VocabularyEntry entry) {
        return entry == null
                ? "no longer found in the blog"
                : "found in " + entry.posts() + (entry.posts() == 1 ? " post: " : " posts: ") + entry.sentence();
    }

    private @Nullable Instant miningDue() {
        if (settings.mineEvery().isZero() || settings.blog().isEmpty()) {
            return null;
        }
        if (retryAt != null) {
            return retryAt;
        }
        Instant last = file == null ? null : file.lastMining().at();
        if (minedByJournal != null && (last == null || minedByJournal.isAfter(last))) {
            last = minedByJournal;
        }
        return (last == null ? began : last).plus(settings.mineEvery());
    }

    private void mine() {
        Duration retry = settings.mineEvery().compareTo(LONGEST_RETRY) < 0 ? settings.mineEvery() : LONGEST_RETRY;
        retryAt = clock.instant().plus(retry);
        if (!mayMine()) {
            return;
        }
        try {
            BlogMining.Mined mined = miner.mine();
            // The reading may have taken minutes: what was edited meanwhile counts.
            readJournal();
            look();
            writeActs();
            VocabularyFile before = file;
            if (before == null || Thread.currentThread().isInterrupted()) {
                return;
            }
            if (mined.posts() * 2 < before.lastMining().posts()) {
                throw new IOException("only " + mined.posts() + " posts could be read, where there were "
                        + before.lastMining().posts()
                        + "; if the others are gone for good, run: linnet keywords --write");
            }
            VocabularyFile after = before.minedAgain(mined.keywords(), known.decidedByPeople())
                    .minedAt(clock.instant(), mined.posts());
            after.write(settings.path());
            seen = after.yaml();
            file = after;
            unwritten = FileActs.MINING;
            retryAt = null;
            writeActs();
        } catch (IOException e) {
            words.accept("the blog was not mined again: " + e.getMessage()
                    + "; the vocabulary stays, and it is tried again in " + minutes(retry));
        }
    }

    private boolean mayMine() {
        VocabularyFile now = file;
        if (now == null) {
            return false;
        }
        if (now.lastMining().found().isEmpty()) {
            tellOnce("the vocabulary " + settings.file()
                    + " was written by hand, so the blog is not mined into it; to have it"
                    + " so, run once: linnet keywords --write " + settings.file());
            return false;
        }
        if (!Files.isWritable(settings.path())) {
            tellOnce("the vocabulary " + settings.file()
                    + " cannot be written where the job runs, so the blog is not mined"
                    + " again; make it writable there");
            return false;
        }
        return true;
    }

    private static String minutes(Duration time) {
        return time.toMinutes() < 1 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }

    private void tellOnce(String sentence) {
        if (told.add(sentence)) {
            words.accept(sentence);
        }
    }

    /** The file's vocabulary with what the configuration adds to it, which an edit in the file cannot take away. */
    private Vocabulary vocabulary(VocabularyFile from) {
        Vocabulary vocabulary = from.withTrusted(settings.trusted()).vocabulary();
        Set<String> muted = new HashSet<>(vocabulary.mutedTopics());
        muted.addAll(settings.muted());
        return new Vocabulary(0, vocabulary.keywords(), vocabulary.trustedAuthors(), muted);
    }
}
