package dev.linnet.pipeline.mining;

import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.queue.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the vocabulary file up to date from a thread of its own, for as long as the job runs. It lets nothing through and keeps
 * no state: what it does goes to the journal, which is also its memory. Runs in one task, so that there is one in a job,
 * whatever the number of its processes.
 */
public final class KeepVocabularyFunction extends ProcessFunction<JournalEntry, JournalEntry> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(KeepVocabularyFunction.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final KeeperSettings settings;
    private final JournalAccess journal;
    private transient volatile boolean closed;
    private transient @Nullable Thread thread;

    /** @param journal is read and written to */
    public KeepVocabularyFunction(KeeperSettings settings, JournalAccess journal) {
        this.settings = settings;
        this.journal = journal;
    }

    @Override
    public void open(OpenContext context) {
        Thread keeps = new Thread(this::keep, "vocabulary-keeper");
        keeps.setDaemon(true);
        // Mining takes half a minute of computing now and then, and the stream goes first.
        keeps.setPriority(Thread.MIN_PRIORITY);
        thread = keeps;
        keeps.start();
    }

    @Override
    public void processElement(JournalEntry entry, Context context, Collector<JournalEntry> out) {
        // Its thread reads the journal for itself, from the beginning.
    }

    private void keep() {
        while (!closed) {
            try (JournalAccess.Session session = journal.open()) {
                BlogMining mining = new BlogMining(this::say);
                VocabularyKeeper keeper = new VocabularyKeeper(
                        settings,
                        session,
                        () -> mining.mine(settings.blog(), settings.top(), Path.of(settings.pages())),
                        Clock.systemUTC(),
                        this::say);
                while (!closed) {
                    Thread.sleep(keeper.tend().toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | IOException | StackOverflowError | LinkageError e) {
                // Keywords stay as they are; the stream must not suffer for it. A class may be missing once the job has
                // ended.
                say("the vocabulary file is not followed for the moment: " + e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void say(String sentence) {
        if (!closed) {
            LOG.warn("{}", sentence);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        Thread keeps = thread;
        if (keeps != null) {
            keeps.interrupt();
            keeps.join(LONGEST_END.toMillis());
        }
    }
}
