package dev.linnet.pipeline.config;

import dev.linnet.keywords.mining.RedactedUrl;
import dev.linnet.pipeline.alerts.Watched;
import dev.linnet.pipeline.config.LinnetConfig.Alerts;
import dev.linnet.pipeline.config.LinnetConfig.Author;
import dev.linnet.pipeline.config.LinnetConfig.FileSource;
import dev.linnet.pipeline.config.LinnetConfig.Filter;
import dev.linnet.pipeline.config.LinnetConfig.Job;
import dev.linnet.pipeline.config.LinnetConfig.Points;
import dev.linnet.pipeline.config.LinnetConfig.Queue;
import dev.linnet.pipeline.config.LinnetConfig.Relevance;
import dev.linnet.pipeline.config.LinnetConfig.SentimentSettings;
import dev.linnet.pipeline.config.LinnetConfig.VocabularySettings;
import dev.linnet.pipeline.spikes.Sensitivity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code linnet.yaml}, and finds every mistake in it in one go. */
public final class ConfigReader {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    /** Of a server; a drive letter is none. */
    private static final Pattern ADDRESS = Pattern.compile("jdbc:|[A-Za-z][A-Za-z0-9+.-]+://");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final UnaryOperator<@Nullable String> environment;

    /** Reads with the process's own environment variables. */
    public ConfigReader() {
        this(System::getenv);
    }

    /** @param environment gives a variable's value, or null when it is not set */
    public ConfigReader(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException with every mistake, when there is any
     */
    public LinnetConfig read(Path file) throws ConfigException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return parse(file.toString(), text(file), folder == null ? Path.of("/") : folder);
    }

    /** Reads a text; {@code name} is how messages call it, {@code folder} is where relative paths start. */
    public LinnetConfig parse(String name, String text, Path folder) throws ConfigException {
        List<ConfigProblem> problems = new ArrayList<>();
        YamlSection root = new YamlSection("", compose(name, text), problems, environment);
        Author author = author(root.section("author"));
        LinnetConfig config = new LinnetConfig(
                author,
                vocabulary(root.section("vocabulary"), folder),
                sources(root, folder),
                filter(root.section("filter")),
                sentiment(root.section("sentiment")),
                relevance(root.section("relevance")),
                alerts(root.section("alerts")),
                points(root.section("points")),
                queue(root.section("queue"), folder),
                ConsoleReader.read(root.section("console"), author),
                job(root.section("job"), folder));
        root.finish();
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(problem -> problem.line() == 0 ? Integer.MAX_VALUE : problem.line()));
            throw new ConfigException(name, problems);
        }
        return config;
    }

    private static String text(Path file) throws ConfigException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw fault(file.toString(), 0, "does not exist; 'linnet init' writes a commented sample");
        } catch (MalformedInputException e) {
            throw fault(file.toString(), 0, "is not UTF-8 text");
        } catch (IOException e) {
            throw fault(file.toString(), 0, "cannot be read: " + e.getMessage());
        }
    }

    private static @Nullable Node compose(String name, String text) throws ConfigException {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw fault(name, line, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw fault(name, 0, "is not YAML: " + e.getMessage());
        }
    }

    private static ConfigException fault(String name, int line, String message) {
        return new ConfigException(name, List.of(new ConfigProblem(line, "", message)));
    }

    private static Author author(YamlSection section) {
        Author author = new Author(section.string("name", "the author"), handles(section, "handles"));
        section.finish();
        return author;
    }

    private static VocabularySettings vocabulary(YamlSection section, Path folder) {
        Path file = path(section, "file", section.string("file", "linnet-vocabulary.yaml"), folder);
        List<String> blog = new ArrayList<>();
        for (String source : section.strings("blog")) {
            if (RedactedUrl.namesUser(source)) {
                section.problem(
                        "blog",
                        "holds an address with a user or a password, which are never sent (it is not shown here): give the posts"
                                + " as files, or an address that needs none");
                continue;
            }
            boolean web = source.startsWith("http://") || source.startsWith("https://");
            blog.add(web ? source : path(section, "blog", source, folder).toString());
        }
        VocabularySettings settings = new VocabularySettings(
                file,
                List.copyOf(blog),
                section.integer("top", 100, 1, 50_000),
                handles(section, "trusted"),
                section.duration("mine-every", Duration.ofDays(1)),
                section.duration("look-every", Duration.ofSeconds(10)),
                path(section, "pages", section.string("pages", "linnet-data/pages"), folder));
        atLeast(section, "mine-every", settings.mineEvery(), Duration.ofMinutes(1));
        atLeast(section, "look-every", settings.lookEvery(), Duration.ofSeconds(1));
        section.finish();
        return settings;
    }

    private static void atLeast(YamlSection section, String key, Duration value, Duration least) {
        if (!value.isZero() && value.compareTo(least) < 0) {
            section.problem(key, "is at least " + least.toSeconds() + "s, or 0s for never");
        }
    }

    private static List<FileSource> sources(YamlSection root, Path folder) {
        List<FileSource> sources = new ArrayList<>();
        for (YamlSection section : root.sections("sources")) {
            List<Path> files = new ArrayList<>();
            for (String file : section.strings("files")) {
                files.add(path(section, "files", file, folder));
            }
            if (files.isEmpty()) {
                section.problem("files", "is missing; for example 'files: [stream/]'");
            }
            sources.add(new FileSource(List.copyOf(files), speed(section)));
            section.finish();
        }
        if (sources.isEmpty()) {
            root.problem("sources", "is missing: Linnet needs something to read, such as '- files: [stream/]'");
        }
        if (sources.stream().mapToDouble(FileSource::speed).distinct().count() > 1) {
            root.problem("sources", "are read at one speed: give every entry the same");
        }
        return List.copyOf(sources);
    }

    private static double speed(YamlSection section) {
        String value = section.string("speed", "max").toLowerCase(Locale.ROOT);
        if (value.equals("max")) {
            return 0;
        }
        try {
            double speed = Double.parseDouble(value.endsWith("x") ? value.substring(0, value.length() - 1) : value);
            if (speed > 0 && speed <= 1_000_000) {
                return speed;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        section.problem(
                "speed", "is 'max', or how many times the recorded speed, such as 1 or 10, not '" + value + "'");
        return 0;
    }

    private static Filter filter(YamlSection section) {
        List<String> languages = new ArrayList<>();
        for (String language : section.strings("languages")) {
            String code = language.toLowerCase(Locale.ROOT);
            if (!LANGUAGE.matcher(code).matches()) {
                section.problem("languages", "is a list of two-letter codes such as en or de, not '" + language + "'");
            }
            languages.add(code);
        }
        Filter.Profanity profanity = section.choice("profanity", Filter.Profanity.FLAG, Filter.Profanity.class);
        Filter filter = new Filter(
                List.copyOf(languages),
                profanity,
                section.choice("sexual", profanity, Filter.Profanity.class),
                section.choice("hateful", profanity, Filter.Profanity.class),
                section.strings("profane-words"),
                section.strings("mute"));
        section.finish();
        return filter;
    }

    private static SentimentSettings sentiment(YamlSection section) {
        SentimentSettings settings = new SentimentSettings(
                section.choice("mode", SentimentSettings.Mode.FAST, SentimentSettings.Mode.class));
        section.finish();
        return settings;
    }

    private static Relevance relevance(YamlSection section) {
        Relevance relevance = new Relevance(
                section.number("suggest-above", 0.6, 0, 1),
                section.number("keep-above", 0, 0, 1),
                section.integer("per-day", 20, 1, 10_000));
        section.finish();
        return relevance;
    }

    private static Alerts alerts(YamlSection section) {
        Alerts alerts = new Alerts(
                section.integer("per-day", 10, 0, 10_000),
                section.choices("watch", Set.of(Watched.RELEVANCE, Watched.MOOD), Watched.class),
                section.choice("sensitivity", Sensitivity.BALANCED, Sensitivity.class),
                cooldown(section),
                QuietReader.read(section),
                NotifyReader.read(section));
        section.finish();
        return alerts;
    }

    private static Duration cooldown(YamlSection section) {
        Duration cooldown = section.duration("cooldown", Duration.ofHours(1));
        if (cooldown.compareTo(Duration.ofMinutes(1)) < 0 || cooldown.compareTo(Duration.ofDays(7)) > 0) {
            section.problem("cooldown", "is a time from 1m to 7d");
        }
        return cooldown;
    }

    private static Points points(YamlSection section) {
        Points.Kind kind = section.choice("kind", Points.Kind.INFLUXDB, Points.Kind.class);
        Points points = new Points(
                kind,
                section.url("url", kind == Points.Kind.QUESTDB ? "http://localhost:9000" : "http://localhost:8086"),
                name(section, "database", "linnet"),
                name(section, "retention-policy", "linnet"),
                section.duration("retention", Duration.ZERO),
                section.optional("user"),
                section.optional("password"),
                section.bool("keep-text", false));
        if (!points.retention().isZero() && points.retention().compareTo(Duration.ofHours(1)) < 0) {
            section.problem("retention", "is at least 1h (InfluxDB keeps nothing shorter), or 0s for ever");
        }
        section.finish();
        return points;
    }

    private static String name(YamlSection section, String key, String fallback) {
        String value = section.string(key, fallback);
        if (!NAME.matcher(value).matches()) {
            section.problem(key, "is letters, digits, '_', '-' and '.', 64 at most, not '" + value + "'");
        }
        return value;
    }

    private static Queue queue(YamlSection section, Path folder) {
        String url = section.string("url", "linnet-data/queue.db");
        boolean server = !url.startsWith("jdbc:sqlite:") && ADDRESS.matcher(url).lookingAt();
        if (server && UrlCredentials.in(url)) {
            section.login("url");
        } else if (server && !url.startsWith("jdbc:postgresql:")) {
            section.problem(
                    "url", "is a file for SQLite, or jdbc:postgresql://host:port/database" + UrlCredentials.not(url));
        } else if (!url.startsWith("jdbc:")) {
            url = "jdbc:sqlite:" + path(section, "url", url, folder);
        }
        Queue queue = new Queue(
                url,
                section.optional("user"),
                section.optional("password"),
                section.duration("expire-after", Duration.ofDays(7)));
        atLeast(section, "expire-after", queue.expireAfter(), Duration.ofHours(1));
        section.finish();
        return queue;
    }

    private static Job job(YamlSection section, Path folder) {
        Job job = new Job(
                section.integer("parallelism", 2, 1, 1_024),
                section.duration("checkpoint-every", Duration.ofSeconds(10)),
                path(section, "state", section.string("state", "linnet-data/state"), folder),
                section.choice("state-backend", Job.Backend.HASHMAP, Job.Backend.class));
        if (job.checkpointEvery().compareTo(Duration.ofMillis(100)) < 0) {
            section.problem("checkpoint-every", "is at least 100ms");
        }
        section.finish();
        return job;
    }

    private static List<String> handles(YamlSection section, String key) {
        List<String> handles = new ArrayList<>();
        for (String handle : section.strings(key)) {
            String bare = handle.startsWith("@") ? handle.substring(1) : handle;
            if (bare.isBlank() || bare.contains(" ")) {
                section.problem(key, "is a list of handles such as [alice, bob.bsky.social], not '" + handle + "'");
            }
            handles.add(bare.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(handles);
    }

    private static Path path(YamlSection section, String key, String value, Path folder) {
        try {
            return folder.resolve(value).normalize();
        } catch (InvalidPathException e) {
            section.problem(key, "is not a path: " + e.getReason());
            return folder;
        }
    }
}
