package dev.linnet.testkit;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/**
 * Flink's cluster for tests, with its ports on loopback and none that takes programs from a web page. By itself Flink's extension
 * listens on all addresses for as long as the tests run.
 */
public final class LoopbackCluster {
    private static final String LOOPBACK = "127.0.0.1";

    private LoopbackCluster() {}

    /** A cluster of as many TaskManagers, each with as many slots. */
    public static MiniClusterExtension of(int taskManagers, int slots) {
        return of(taskManagers, slots, new Configuration());
    }

    /** The same with settings of the test's own. */
    public static MiniClusterExtension of(int taskManagers, int slots, Configuration settings) {
        Configuration configuration = new Configuration(settings);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, "http://" + LOOPBACK);
        return new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumberTaskManagers(taskManagers)
                .setNumberSlotsPerTaskManager(slots)
                .build());
    }
}
