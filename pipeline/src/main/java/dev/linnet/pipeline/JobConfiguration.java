package dev.linnet.pipeline;

import dev.linnet.pipeline.config.LinnetConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.RecoveryClaimMode;

/** The settings of Flink that follow from {@code linnet.yaml}. */
public final class JobConfiguration {
    private JobConfiguration() {}

    /** What holds wherever the job runs: no Kryo, no operator without a uid, restarts that go on trying. */
    public static Configuration common() {
        Configuration configuration = RelevanceTopology.requirements();
        configuration.set(PipelineOptions.NAME, "Linnet");
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(100));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofMinutes(1));
        return configuration;
    }

    /**
     * What one process with Flink's local cluster adds: checkpoints and working files in the state folder, small buffers.
     *
     * @param temporary where Flink and RocksDB keep files while they run
     */
    public static Configuration local(LinnetConfig.Job job, Path checkpoints, Path temporary) {
        Configuration configuration = common();
        // Flink splits this setting at ',' and ':'.
        if (!temporary.toString().matches(".*[,:].*")) {
            configuration.set(CoreOptions.TMP_DIRS, temporary.toString());
            configuration.set(WebOptions.TMP_DIR, temporary.toString());
        }
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, job.checkpointEvery());
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
        // A store that is down holds barriers back: that is backpressure, not a failure.
        configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofHours(1));
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        configuration.set(
                StateBackendOptions.STATE_BACKEND,
                job.backend() == LinnetConfig.Job.Backend.ROCKSDB ? "rocksdb" : "hashmap");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        return configuration;
    }

    /** Goes on from a checkpoint. */
    public static void resume(Configuration configuration, Path checkpoint) {
        configuration.set(
                StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
        configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.NO_CLAIM);
    }
}
