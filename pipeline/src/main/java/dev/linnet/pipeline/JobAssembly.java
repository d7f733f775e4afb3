package dev.linnet.pipeline;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.enrich.ProfanityRules;
import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.pipeline.mining.KeeperSettings;
import dev.linnet.pipeline.source.RawBatch;
import dev.linnet.pipeline.source.RecordFileSource;
import dev.linnet.queue.QueueSettings;
import dev.linnet.sinks.points.InfluxSink;
import dev.linnet.sinks.points.Point;
import dev.linnet.sinks.points.PointSettings;
import dev.linnet.sinks.queue.QueueSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Builds the job's ends from the configuration, and the topology between them. */
public final class JobAssembly {
    private JobAssembly() {}

    /** Puts the whole job into an environment, with the sources that the configuration names. */
    public static void assemble(StreamExecutionEnvironment environment, LinnetConfig config, Vocabulary vocabulary) {
        assemble(environment, config, vocabulary, source(config));
    }

    /** Puts the whole job into an environment, behind a source of one's own. */
    public static void assemble(
            StreamExecutionEnvironment environment,
            LinnetConfig config,
            Vocabulary vocabulary,
            Source<RawBatch, ?, ?> source) {
        QueueSettings queue = queue(config);
        RelevanceTopology topology = new RelevanceTopology(
                vocabulary, JournalAccess.of(queue), points(config.points()), new QueueSink(queue), settings(config));
        keeper(config).map(topology::keeping).orElse(topology).build(environment, source);
    }

    /** How the vocabulary file is kept; empty if there is no file, or nothing is asked for. */
    private static Optional<KeeperSettings> keeper(LinnetConfig config) {
        LinnetConfig.VocabularySettings settings = config.vocabulary();
        boolean mines = !settings.mineEvery().isZero() && !settings.blog().isEmpty();
        if (!mines && settings.lookEvery().isZero() || !Files.exists(settings.file())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeeperSettings(
                    settings.file().toString(),
                    Files.readString(settings.file()),
                    settings.blog(),
                    settings.top(),
                    settings.mineEvery(),
                    settings.lookEvery(),
                    settings.pages().toString(),
                    Set.copyOf(settings.trusted()),
                    Set.copyOf(config.filter().mute())));
        } catch (IOException e) {
            throw new UncheckedIOException("the vocabulary " + settings.file() + " cannot be read", e);
        }
    }

    /** Where the queue database is. */
    public static QueueSettings queue(LinnetConfig config) {
        return QueueSettings.of(
                config.queue().url(), config.queue().user(), config.queue().password());
    }

    /** The files that the configuration names, at the speed it asks for. */
    static Source<RawBatch, ?, ?> source(LinnetConfig config) {
        List<String> paths = config.sources().stream()
                .flatMap(source -> source.files().stream())
                .map(Path::toString)
                .toList();
        return RecordFileSource.of(paths).atSpeed(config.sources().get(0).speed());
    }

    static JobSettings settings(LinnetConfig config) {
        JobSettings defaults = JobSettings.defaults();
        return new JobSettings(
                Set.copyOf(config.filter().languages()),
                profanity(config.filter()),
                reading(config),
                config.relevance().suggestAbove(),
                config.relevance().keepAbove(),
                Set.copyOf(config.author().handles()),
                config.points().keepText(),
                config.alerts().perDay(),
                config.alerts().watched(),
                config.alerts().sensitivity(),
                config.alerts().cooldown(),
                defaults.postMemory(),
                defaults.copyMemory(),
                defaults.disorder());
    }

    private static ProfanityRules profanity(LinnetConfig.Filter filter) {
        return new ProfanityRules(action(filter.profanity()), action(filter.sexual()), action(filter.hateful()));
    }

    private static ProfanityRules.Action action(LinnetConfig.Filter.Profanity what) {
        return switch (what) {
            case FLAG -> ProfanityRules.Action.FLAG;
            case MASK -> ProfanityRules.Action.MASK;
            case DROP -> ProfanityRules.Action.DROP;
        };
    }

    private static PostReaderOptions reading(LinnetConfig config) {
        SentimentMode mode = switch (config.sentiment().mode()) {
            case FAST -> SentimentMode.FAST;
            case PARSED -> SentimentMode.PARSED;
            case FULL -> SentimentMode.FULL;
            case OFF -> SentimentMode.OFF;
        };
        return PostReaderOptions.defaults()
                .withSentimentMode(mode)
                .withProfaneWords(config.filter().profaneWords());
    }

    private static Sink<Point> points(LinnetConfig.Points points) {
        if (points.kind() == LinnetConfig.Points.Kind.NONE) {
            return new DiscardingSink<Point>();
        }
        return InfluxSink.builder().settings(pointSettings(points)).build();
    }

    /** Where points go; not for kind {@code none}. */
    static PointSettings pointSettings(LinnetConfig.Points points) {
        return new PointSettings(
                points.kind() == LinnetConfig.Points.Kind.QUESTDB
                        ? PointSettings.Kind.QUESTDB
                        : PointSettings.Kind.INFLUXDB,
                points.url(),
                points.database(),
                points.retentionPolicy(),
                points.retention(),
                Objects.requireNonNullElse(points.user(), ""),
                Objects.requireNonNullElse(points.password(), ""));
    }
}
