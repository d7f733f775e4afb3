package dev.linnet.cli.run;

import dev.linnet.cli.CommandException;
import dev.linnet.cli.flink.FlinkPage;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.JobAssembly;
import dev.linnet.pipeline.JobConfiguration;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.source.RawBatch;
import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueException;
import dev.linnet.queue.StageCount;
import dev.linnet.review.Console;
import dev.linnet.review.ConsoleException;
import dev.linnet.review.delivery.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The job, its queue database and its console in this process. */
public final class JobProcess implements AutoCloseable {
    private static final int MOST_ALERTS = 10_000;
    private static final int MOST_DEAD_LETTERS = 10_000;

    private final RunState state;
    private final QueueDatabase database;
    private final @Nullable Console console;
    private final Expiry expiry;
    private final Delivery delivery;
    private final LocalCluster cluster;
    private final @Nullable Path resumedFrom;
    private long lastFailure;
    private long lastRead;
    private long lastNanos = System.nanoTime();
    private long startedNanos;

    private JobProcess(
            RunState state,
            QueueDatabase database,
            @Nullable Console console,
            Expiry expiry,
            Delivery delivery,
            LocalCluster cluster,
            @Nullable Path resumedFrom) {
        this.state = state;
        this.database = database;
        this.console = console;
        this.expiry = expiry;
        this.delivery = delivery;
        this.cluster = cluster;
        this.resumedFrom = resumedFrom;
        this.startedNanos = System.nanoTime();
    }

    /**
     * Starts everything: takes the state folder, opens the queue database, serves the console, submits the job.
     *
     * @param source where records come from instead of the configured files, or null for those
     * @param page Flink's web page, or null for none
     */
    public static JobProcess start(
            LinnetConfig config,
            Vocabulary vocabulary,
            @Nullable Source<RawBatch, ?, ?> source,
            @Nullable FlinkPage page) {
        RunState state = RunState.open(config.job().state());
        QueueDatabase database = null;
        Console console = null;
        Delivery delivery = null;
        try {
            database = QueueDatabase.open(JobAssembly.queue(config));
            Optional<Path> checkpoint = state.resume();
            if (checkpoint.isEmpty()) {
                database.records().clearCounts();
            }
            console = config.console().enabled() ? ConsoleServer.start(config, vocabulary, database) : null;
            delivery = ConsoleServer.deliver(config, database);
            state.begin();
            LocalCluster cluster = cluster(config, vocabulary, source, page, state, checkpoint);
            Expiry expiry = Expiry.start(database, config.queue().expireAfter(), Clock.systemUTC());
            return new JobProcess(state, database, console, expiry, delivery, cluster, checkpoint.orElse(null));
        } catch (IOException | RuntimeException e) {
            closeQuietly(console, delivery, database, state);
            throw explained(e, config);
        }
    }

    private static LocalCluster cluster(
            LinnetConfig config,
            Vocabulary vocabulary,
            @Nullable Source<RawBatch, ?, ?> source,
            @Nullable FlinkPage page,
            RunState state,
            Optional<Path> checkpoint) {
        Configuration configuration = JobConfiguration.local(config.job(), state.checkpoints(), state.temporary());
        checkpoint.ifPresent(folder -> JobConfiguration.resume(configuration, folder));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(config.job().parallelism());
        if (source == null) {
            JobAssembly.assemble(environment, config, vocabulary);
        } else {
            JobAssembly.assemble(environment, config, vocabulary, source);
        }
        return LocalCluster.start(environment, configuration, config.job().parallelism(), page);
    }

    private static CommandException explained(Exception e, LinnetConfig config) {
        if (e instanceof CommandException known) {
            return known;
        }
        if (e instanceof QueueException || e instanceof ConsoleException) {
            return CommandException.failed(String.valueOf(e.getMessage()), e);
        }
        if (e instanceof IOException) {
            return CommandException.failed(
                    "the state folder " + config.job().state() + " cannot be used: " + e.getMessage()
                            + "; free the disk, or set job.state to another folder",
                    e);
        }
        return CommandException.failed("the job could not be started: " + LocalCluster.rootMessage(e), e);
    }

    /** The console's address, when there is a console. */
    public Optional<String> consoleUrl() {
        return console == null ? Optional.empty() : Optional.of(console.url());
    }

    /** The checkpoint that this run goes on from, when it goes on from one. */
    public Optional<Path> resumedFrom() {
        return Optional.ofNullable(resumedFrom);
    }

    /** Whether the job goes on. */
    public boolean isRunning() {
        JobStatus status = cluster.status();
        return !status.isGloballyTerminalState();
    }

    /** Why the job failed, if it did. */
    public Optional<String> failure() {
        return cluster.status() == JobStatus.FAILED ? Optional.of(cluster.failure()) : Optional.empty();
    }

    /** Why the job had to start again since the last call, if it had to. */
    public Optional<String> restarted() {
        long at = cluster.lastFailureMillis();
        if (at <= lastFailure) {
            return Optional.empty();
        }
        lastFailure = at;
        return cluster.lastFailure();
    }

    /** How far it has come; the rate is that since the last call. */
    public Progress progress() {
        Balance balance = balance();
        long now = System.nanoTime();
        double seconds = (now - lastNanos) / 1e9;
        double rate = seconds > 0 ? (balance.read() - lastRead) / seconds : 0;
        lastRead = balance.read();
        lastNanos = now;
        return new Progress(
                balance.read(),
                Progress.of(balance.counts(), "delivered"),
                database.suggestions().countOpen(),
                database.alerts().newest(MOST_ALERTS).size(),
                Math.max(0, rate));
    }

    /** What was read, and where it ended. */
    public Balance balance() {
        List<StageCount> counts = database.records().counts();
        return new Balance(counts);
    }

    /** Records that could not be parsed, newest first; those of earlier runs too. */
    public List<KeptRecord> deadLetters() {
        return database.records().kept("unparseable", MOST_DEAD_LETTERS);
    }

    /** Time since the job was submitted. */
    public Duration running() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** Stops reading, lets everything in flight arrive, and ends the job. */
    public void drain() {
        cluster.drain(state.savepoints().toUri().toString());
    }

    /** Ends the job where it is: the next start goes on from its newest checkpoint. */
    public void cancel() {
        cluster.cancel();
    }

    /** Notes that the run came to its end: the next start begins anew. Only when the job is no longer running. */
    public void finish() {
        // Flink takes its last checkpoints away by itself, and might still be at it.
        cluster.close();
        try {
            state.finish();
        } catch (IOException e) {
            throw CommandException.failed("the state folder could not be cleared: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        cluster.close();
        closeQuietly(expiry, console, delivery, database, state);
    }

    private static void closeQuietly(@Nullable AutoCloseable... closeables) {
        for (AutoCloseable closeable : closeables) {
            try {
                if (closeable != null) {
                    closeable.close();
                }
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(JobProcess.class).debug("while closing", e);
            }
        }
    }
}
