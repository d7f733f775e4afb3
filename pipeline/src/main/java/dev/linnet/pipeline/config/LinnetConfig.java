package dev.linnet.pipeline.config;

import dev.linnet.keywords.mining.RedactedUrl;
import dev.linnet.pipeline.alerts.Watched;
import dev.linnet.pipeline.spikes.Sensitivity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a user can set, checked. Paths are absolute, relative ones being taken from the configuration's folder.
 *
 * @param author whose job it is
 * @param vocabulary what the author cares about
 * @param sources where posts come from
 * @param filter what is dropped before scoring
 * @param sentiment how moods are read
 * @param relevance what becomes a suggestion
 * @param alerts what is told as unusual
 * @param points the time-series store
 * @param queue the queue database
 * @param console the review console
 * @param job how the job runs
 */
public record LinnetConfig(
        Author author,
        VocabularySettings vocabulary,
        List<FileSource> sources,
        Filter filter,
        SentimentSettings sentiment,
        Relevance relevance,
        Alerts alerts,
        Points points,
        Queue queue,
        ConsoleSection console,
        Job job) {

    /**
     * @param name shown in the console
     * @param handles the author's own accounts, lower case: their posts are never suggested
     */
    public record Author(String name, List<String> handles) {}

    /**
     * @param file the vocabulary file; made from the blog when it is missing
     * @param blog files, folders and addresses that the keywords are mined from
     * @param top how many keywords are mined
     * @param trusted handles of authors whose posts are always candidates
     * @param mineEvery time between two minings while the job runs; zero never mines again
     * @param lookEvery time between two looks at the file while the job runs; zero never looks
     * @param pages folder that keeps pages already read
     */
    public record VocabularySettings(
            Path file,
            List<String> blog,
            int top,
            List<String> trusted,
            Duration mineEvery,
            Duration lookEvery,
            Path pages) {
        /** Addresses of feeds may hold tokens. */
        @Override
        public String toString() {
            return file + " from " + RedactedUrl.of(String.join(", ", blog));
        }
    }

    /**
     * Files and folders of JSON lines.
     *
     * @param files what to read
     * @param speed how many times the recorded speed; 0 is as fast as it goes
     */
    public record FileSource(List<Path> files, double speed) {}

    /**
     * @param languages ISO 639-1 codes; empty lets all pass
     * @param profanity what happens to a post that swears, or uses one of the user's own words
     * @param sexual what happens to a post with coarse words of sex
     * @param hateful what happens to a post with slurs
     * @param profaneWords words of the user's own
     * @param mute words and phrases that drop a post
     */
    public record Filter(
            List<String> languages,
            Profanity profanity,
            Profanity sexual,
            Profanity hateful,
            List<String> profaneWords,
            List<String> mute) {
        /** What happens to a post with profanity. */
        public enum Profanity {
            FLAG,
            MASK,
            DROP
        }
    }

    /** @param mode how sentiment is computed */
    public record SentimentSettings(Mode mode) {
        /** How sentiment is computed. */
        public enum Mode {
            FAST,
            PARSED,
            FULL,
            OFF
        }
    }

    /**
     * @param suggestAbove the least relevance, 0 to 1, of a suggestion
     * @param keepAbove the least relevance of a post that is written to the time-series store
     * @param perDay how many suggestions the console shows a day
     */
    public record Relevance(double suggestAbove, double keepAbove, int perDay) {}

    /**
     * @param perDay how many alerts may be raised a day
     * @param watched what of a keyword is watched for something unusual
     * @param sensitivity how rare a spike must be
     * @param cooldown how long uses of a priority keyword join one alert
     * @param quiet when receivers are told of nothing, or null
     * @param receivers where alerts are sent
     */
    public record Alerts(
            int perDay,
            Set<Watched> watched,
            Sensitivity sensitivity,
            Duration cooldown,
            @Nullable Quiet quiet,
            List<Notify> receivers) {}

    /**
     * Hours of each day in which alerts wait.
     *
     * @param from when they begin
     * @param to when they end; before {@code from} on the next day
     * @param zone where
     */
    public record Quiet(LocalTime from, LocalTime to, ZoneId zone) {}

    /**
     * Where alerts are sent. Address and token are secrets.
     *
     * @param name tells it from the others
     * @param kind how it wants to be told
     * @param url where it listens
     * @param token sent as a bearer token, or null
     */
    public record Notify(
            String name, Kind kind, URI url, @Nullable String token) {
        /** How a receiver wants to be told. */
        public enum Kind {
            WEBHOOK,
            SLACK,
            ALERTMANAGER
        }

        @Override
        public String toString() {
            return name + " (" + kind + ")";
        }
    }

    /**
     * @param kind what speaks there
     * @param url where it answers
     * @param database the database's name
     * @param retentionPolicy the retention policy that Linnet writes to
     * @param retention how long it keeps points; zero is for ever
     * @param user or null where none is needed
     * @param password or null where none is needed
     * @param keepText whether a post's text is written too
     */
    public record Points(
            Kind kind,
            String url,
            String database,
            String retentionPolicy,
            Duration retention,
            @Nullable String user,
            @Nullable String password,
            boolean keepText) {
        /** What kind of store. */
        public enum Kind {
            INFLUXDB,
            QUESTDB,
            NONE
        }

        @Override
        public String toString() {
            return kind + " " + RedactedUrl.of(url) + " " + database;
        }
    }

    /**
     * @param url a JDBC address
     * @param user or null where none is needed
     * @param password or null where none is needed
     * @param expireAfter how long a suggestion waits for a decision; zero is for ever
     */
    public record Queue(
            String url, @Nullable String user, @Nullable String password, Duration expireAfter) {
        @Override
        public String toString() {
            return RedactedUrl.of(url);
        }
    }

    /**
     * @param enabled whether the job's process serves the console too
     * @param host the address it listens on
     * @param port the port; 0 takes any that is free
     * @param password asked of reviewers; needed for any host but loopback, and for allowed hosts
     * @param allowedHosts the names by which a reverse proxy serves the console, in lower case
     * @param trustedProxies addresses and ranges of proxies that are believed who the client is
     */
    public record ConsoleSection(
            boolean enabled,
            String host,
            int port,
            @Nullable String password,
            List<String> allowedHosts,
            List<String> trustedProxies) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * @param parallelism task slots
     * @param checkpointEvery time between checkpoints
     * @param state the folder of checkpoints
     * @param backend where running state lives
     */
    public record Job(int parallelism, Duration checkpointEvery, Path state, Backend backend) {
        /** Where running state lives. */
        public enum Backend {
            /** In memory: fast, for what fits. */
            HASHMAP,
            /** On disk: for more than fits. */
            ROCKSDB
        }
    }
}
