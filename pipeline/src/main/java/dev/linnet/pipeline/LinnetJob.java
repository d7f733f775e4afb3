package dev.linnet.pipeline;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.config.ConfigException;
import dev.linnet.pipeline.config.ConfigReader;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.config.VocabularyLoader;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job's entry on a Flink cluster: {@code flink run -c dev.linnet.pipeline.LinnetJob linnet-job.jar --config linnet.yaml}.
 * Checkpoints, state backend and parallelism are the cluster's to set.
 */
public final class LinnetJob {
    private LinnetJob() {}

    /** Reads the configuration, builds the job and hands it to the cluster. */
    public static void main(String[] args) throws Exception {
        if (args.length != 2 || !args[0].equals("--config")) {
            throw new IllegalArgumentException("usage: LinnetJob --config FILE");
        }
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(JobConfiguration.common());
        assemble(environment, Path.of(args[1]));
        environment.execute("Linnet");
    }

    private static void assemble(StreamExecutionEnvironment environment, Path file)
            throws ConfigException, IOException {
        LinnetConfig config = new ConfigReader().read(file);
        Vocabulary vocabulary = new VocabularyLoader(System.err::println).load(config);
        JobAssembly.assemble(environment, config, vocabulary);
    }
}
