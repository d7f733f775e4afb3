package dev.linnet.cli.run;

import dev.linnet.cli.CommandException;
import dev.linnet.cli.flink.ClosedMiniCluster;
import dev.linnet.cli.flink.FlinkPage;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flink in this process: one JobManager, one TaskManager, one job. */
final class LocalCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);

    private final MiniCluster cluster;
    private final JobID job;

    private LocalCluster(MiniCluster cluster, JobID job) {
        this.cluster = cluster;
        this.job = job;
    }

    /**
     * Starts the cluster with as many slots as asked for, and the job on it.
     *
     * @param page Flink's web page, or null for none
     */
    static LocalCluster start(
            StreamExecutionEnvironment environment, Configuration configuration, int slots, @Nullable FlinkPage page) {
        MiniCluster cluster = ClosedMiniCluster.of(configuration, slots, page);
        try {
            cluster.start();
            JobGraph graph = environment.getStreamGraph().getJobGraph();
            cluster.submitJob(graph).get(60, TimeUnit.SECONDS);
            return new LocalCluster(cluster, graph.getJobID());
        } catch (Exception e) {
            cluster.closeAsync();
            throw CommandException.failed("Flink did not start the job: " + rootMessage(e), e);
        }
    }

    /** The job's state. */
    JobStatus status() {
        return graph().getState();
    }

    /** Why the job failed the last time, if it ever did: it may be running again since. */
    Optional<String> lastFailure() {
        var failure = graph().getFailureInfo();
        return failure == null
                ? Optional.empty()
                : Optional.of(rootMessage(
                        failure.getException().deserializeError(getClass().getClassLoader())));
    }

    /** When that was, milliseconds since 1970; 0 when it never failed. */
    long lastFailureMillis() {
        var failure = graph().getFailureInfo();
        return failure == null ? 0 : failure.getTimestamp();
    }

    /** Why the job failed, in one line. */
    String failure() {
        return lastFailure().orElse("unknown");
    }

    /** Lets everything in flight arrive, closes the last windows, and ends the job with a savepoint. */
    void drain(String savepointFolder) {
        try {
            cluster.stopWithSavepoint(job, savepointFolder, true, SavepointFormatType.CANONICAL)
                    .get(10, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            if (!status().isGloballyTerminalState()) {
                throw CommandException.failed("the job did not come to its end: " + rootMessage(e), e);
            }
            LOG.debug("the job ended before its savepoint", e);
        }
    }

    /** Ends the job where it is; its newest checkpoint stays. */
    void cancel() {
        try {
            cluster.cancelJob(job).get(20, TimeUnit.SECONDS);
            cluster.requestJobResult(job).get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the job did not end within 20 s: {}", rootMessage(e));
        }
    }

    @Override
    public void close() {
        try {
            cluster.closeAsync().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Flink did not stop within 20 s: {}", rootMessage(e));
        }
    }

    private AccessExecutionGraph graph() {
        try {
            return cluster.getExecutionGraph(job).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.failed("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw CommandException.failed("Flink does not answer: " + rootMessage(e), e);
        }
    }

    static String rootMessage(Throwable throwable) {
        Throwable root = throwable;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String kind = root.getClass().getSimpleName();
        return message == null || message.isBlank() ? kind : kind + ": " + message;
    }
}
