package dev.linnet.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;

/** Watches a job of a {@link SmallCluster} from outside. */
final class JobWatch {
    private final SmallCluster cluster;
    private final String path;
    private final long deadline;

    /** @param longest how long anything of it may take */
    JobWatch(SmallCluster cluster, String job, Duration longest) {
        this.cluster = cluster;
        path = "/jobs/" + job;
        deadline = System.currentTimeMillis() + longest.toMillis();
    }

    /** Waits until all detectors read so many windows; how many seconds the job ran then. */
    double awaitWindows(long windows) throws IOException, InterruptedException {
        JsonNode job = get("");
        while (read(job, WatchingJob.SPIKES) < windows || read(job, WatchingJob.MOODS) < windows) {
            pause(read(job, WatchingJob.SPIKES) + " of " + windows + " windows");
            job = get("");
        }
        return (System.currentTimeMillis()
                        - job.path("timestamps").path("RUNNING").asLong())
                / 1e3;
    }

    /** Waits for a checkpoint that begins from now on. */
    void awaitCheckpoint() throws IOException, InterruptedException {
        long now = System.currentTimeMillis();
        while (checkpoints()
                        .path("latest")
                        .path("completed")
                        .path("trigger_timestamp")
                        .asLong()
                < now) {
            pause("the last checkpoint");
        }
    }

    /** What the JobManager tells of the checkpoints. */
    JsonNode checkpoints() throws IOException, InterruptedException {
        return get("/checkpoints");
    }

    private JsonNode get(String what) throws IOException, InterruptedException {
        return cluster.get(path + what);
    }

    private static long read(JsonNode job, String task) {
        for (JsonNode vertex : job.path("vertices")) {
            if (vertex.path("name").asText().contains(task)) {
                return vertex.path("metrics").path("read-records").asLong();
            }
        }
        throw new IllegalStateException("the job has no task " + task);
    }

    private void pause(String at) throws IOException, InterruptedException {
        String state = get("").path("state").asText();
        if (state.equals("FAILING") || state.equals("FAILED") || System.currentTimeMillis() > deadline) {
            throw new IllegalStateException("the job is " + state + " at " + at + ": "
                    + get("/exceptions")
                            .path("exceptionHistory")
                            .path("entries")
                            .path(0)
                            .path("stacktrace")
                            .asText());
        }
        Thread.sleep(500);
    }
}
