package dev.linnet.cli.flink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.cli.ListeningSockets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedMiniClusterITCase {
    private static final AtomicLong BLOBS = new AtomicLong();
    private static final AtomicLong MAPPED = new AtomicLong();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void opensNoSocketAndRunsJobsThatNeedBlobs() throws Exception {
        var before = ListeningSockets.of(ProcessHandle.current().pid());
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.TMP_DIRS, folder.toString());
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
        try (MiniCluster cluster = ClosedMiniCluster.of(configuration, 2, null)) {
            cluster.start();
            assertThat(ListeningSockets.of(ProcessHandle.current().pid())).isEqualTo(before);

            cluster.executeJobBlocking(jobWithLargeFunction());

            assertThat(ListeningSockets.of(ProcessHandle.current().pid())).isEqualTo(before);
        }
        assertThat(MAPPED).hasValue(100);
        assertThat(BLOBS.get()).as("files of blobs").isPositive();
    }

    /** Larger than what Flink sends inside a message, so that it goes by a blob. */
    private JobGraph jobWithLargeFunction() {
        int size = 2 * BlobServerOptions.OFFLOAD_MINSIZE.defaultValue();
        Configuration configuration = new Configuration();
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(2);
        environment
                .fromSequence(1, 100)
                .map(new LargeFunction(new byte[size], folder.toString()))
                .sinkTo(new DiscardingSink<>());
        return environment.getStreamGraph().getJobGraph();
    }

    private static final class LargeFunction extends RichMapFunction<Long, Long> {
        private static final long serialVersionUID = 1;
        private final byte[] ballast;
        private final String folder;

        private LargeFunction(byte[] ballast, String folder) {
            this.ballast = ballast;
            this.folder = folder;
        }

        @Override
        public void open(OpenContext context) throws IOException {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                BLOBS.addAndGet(
                        files.filter(file -> file.getFileName().toString().startsWith("blob_p-"))
                                .count());
            }
        }

        @Override
        public Long map(Long number) {
            MAPPED.incrementAndGet();
            return number + ballast.length;
        }
    }
}
