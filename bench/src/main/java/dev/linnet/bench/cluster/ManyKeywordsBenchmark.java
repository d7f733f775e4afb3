package dev.linnet.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linnet.pipeline.JobConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.RemoteStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * How many keywords a TaskManager of one GiB can watch: the job's way from mentions to spikes and turns of mood over a day of {@link
 * ManyMentions}, as fast as it goes, on a real cluster. When all minutes are told, a last checkpoint is awaited and the job cancelled:
 * a job that ends breaks off the checkpoint under way, which would count as failed.
 */
public final class ManyKeywordsBenchmark {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private ManyKeywordsBenchmark() {}

    /** @param args keywords, mentions, and {@code hashmap} or {@code rocksdb} */
    public static void main(String[] args) throws Exception {
        if (args.length != 3 || !args[2].matches("hashmap|rocksdb")) {
            System.err.println("bench/many-keywords [KEYWORDS [MENTIONS [rocksdb|hashmap]]]");
            System.exit(2);
        }
        ManyMentions mentions = new ManyMentions(Integer.parseInt(args[0]), Long.parseLong(args[1]));
        try (SmallCluster cluster = new SmallCluster(args[2])) {
            cluster.awaitSlot();
            StreamExecutionEnvironment env =
                    new RemoteStreamEnvironment("localhost", SmallCluster.PORT, configuration());
            env.setParallelism(1);
            WatchingJob.build(env, mentions);
            JobClient job = env.executeAsync("many keywords");
            long windows = mentions.windows();
            JobWatch watch = new JobWatch(cluster, job.getJobID().toHexString(), LONGEST);
            double seconds = watch.awaitWindows(windows);
            watch.awaitCheckpoint();
            print(args[2], mentions, windows, seconds, cluster.peak());
            printCheckpoints(watch.checkpoints());
            job.cancel().get();
        }
    }

    private static Configuration configuration() {
        Configuration configuration = JobConfiguration.common();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
        configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return configuration;
    }

    private static void print(String backend, ManyMentions mentions, long windows, double seconds, long peak) {
        System.out.printf(
                Locale.ROOT,
                "%s, %,d keywords: %,d mentions, %,d windows in %.0f s (%,.0f windows a second); TaskManager's peak %,d MiB%n",
                backend,
                mentions.keywords(),
                mentions.mentions(),
                windows,
                seconds,
                windows / seconds,
                peak);
    }

    /** Those that were asked for before all tasks ran are in the JobManager's count of failures but not in its history: they are no checkpoints. */
    private static void printCheckpoints(JsonNode checkpoints) {
        List<String> failed = new ArrayList<>();
        for (JsonNode one : checkpoints.path("history")) {
            if (one.path("status").asText().equals("FAILED")) {
                failed.add(one.path("failure_message").asText());
            }
        }
        JsonNode summary = checkpoints.path("summary");
        System.out.printf(
                Locale.ROOT,
                "checkpoints: %d whole, %d failed; largest %.0f MiB, mean %.1f s, longest %.1f s%n",
                checkpoints.path("counts").path("completed").asInt(),
                failed.size(),
                summary.path("state_size").path("max").asDouble() / (1 << 20),
                summary.path("end_to_end_duration").path("avg").asDouble() / 1e3,
                summary.path("end_to_end_duration").path("max").asDouble() / 1e3);
        failed.forEach(why -> System.out.println("failed: " + why));
    }
}
