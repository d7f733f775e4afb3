package dev.linnet.cli.demo;

import dev.linnet.cli.CommandException;
import dev.linnet.cli.LoopbackPort;
import dev.linnet.cli.embedded.EmbeddedQuestDb;
import dev.linnet.cli.flink.FlinkPage;
import dev.linnet.cli.run.JobProcess;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.config.ConfigException;
import dev.linnet.pipeline.config.ConfigReader;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.config.VocabularyLoader;
import dev.linnet.pipeline.source.RawBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.flink.api.connector.source.Source;
import org.jspecify.annotations.Nullable;

/** The demo's stage: a folder with blog, vocabulary and embedded stores, and the job among them. */
public final class Demo implements AutoCloseable {
    /** The demo's console, when nothing else is asked for. */
    public static final int CONSOLE_PORT = 8090;

    private final DemoFolder folder;
    private final EmbeddedQuestDb points;
    private final JobProcess job;

    private Demo(DemoFolder folder, EmbeddedQuestDb points, JobProcess job) {
        this.folder = folder;
        this.points = points;
        this.job = job;
    }

    /**
     * Starts the demo in a folder, which is emptied first.
     *
     * @param port the console's port; 0 takes any that is free
     * @param source the stream
     * @param page Flink's web page, or null for none
     * @param words is told what is going on
     */
    public static Demo start(
            Path folder, int port, Source<RawBatch, ?, ?> source, @Nullable FlinkPage page, Consumer<String> words) {
        DemoFolder own = null;
        EmbeddedQuestDb points = null;
        try {
            own = DemoFolder.prepare(folder);
            DemoBlog.write(folder.resolve("blog"));
            points = EmbeddedQuestDb.start(folder.resolve("questdb"), LoopbackPort.free());
            LinnetConfig config = config(folder, port, points);
            Vocabulary vocabulary = new VocabularyLoader(words).load(config);
            return new Demo(own, points, JobProcess.start(config, vocabulary, source, page));
        } catch (RuntimeException | IOException | ConfigException e) {
            close(points, own);
            throw e instanceof RuntimeException known
                    ? known
                    : CommandException.failed("the demo cannot use its folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void close(@Nullable EmbeddedQuestDb points, @Nullable DemoFolder folder) {
        if (points != null) {
            points.close();
        }
        if (folder != null) {
            folder.close();
        }
    }

    /** The job. */
    public JobProcess job() {
        return job;
    }

    /** The embedded time-series store. */
    public EmbeddedQuestDb points() {
        return points;
    }

    @Override
    public void close() {
        job.close();
        close(points, folder);
    }

    /** The demo's settings: those of any user, with the embedded stores. */
    static LinnetConfig config(Path folder, int port, EmbeddedQuestDb points) throws ConfigException {
        String text = String.join(
                "\n",
                "author: {name: Ines Marlowe, handles: [ines_marlowe]}",
                "vocabulary: {file: vocabulary.yaml, blog: [blog], top: 24, trusted: [" + DemoStream.TRUSTED_AUTHOR
                        + "]}",
                "sources: [{files: [.]}]",
                "relevance: {suggest-above: 0.6}",
                "alerts: {per-day: 20}",
                "points: {kind: questdb, url: '" + points.url() + "', user: " + points.user() + ", password: '"
                        + points.password() + "'}",
                "queue: {url: queue.db}",
                "console: {port: " + port + "}",
                "job: {parallelism: 2, checkpoint-every: 5s, state: state}");
        return new ConfigReader().parse("the demo's settings", text, folder.toAbsolutePath());
    }
}
