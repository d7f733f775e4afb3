package dev.linnet.sinks.points;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where points go.
 *
 * @param kind what kind of server it is
 * @param url its address, such as {@code http://localhost:8086}
 * @param database the database; QuestDB has only one and takes no notice
 * @param retentionPolicy the retention policy to write to; empty for the database's default
 * @param retention how long that policy keeps points when it has to be made; zero keeps them for ever
 * @param user the user, or empty when the server asks for none
 * @param password the user's password
 */
public record PointSettings(
        Kind kind,
        String url,
        String database,
        String retentionPolicy,
        Duration retention,
        String user,
        String password)
        implements Serializable {
    /** The kinds of server. */
    public enum Kind {
        /** InfluxDB 1.x, or one that has its {@code /write} and {@code /query}. */
        INFLUXDB,
        /** QuestDB 9. */
        QUESTDB
    }

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public PointSettings {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException ignored) {
            // Neither the address nor the cause, which quotes it: it may hold a password.
            throw new IllegalArgumentException(
                    "the points' url is not an address; write one like http://localhost:8086");
        }
        if (url.contains("@") || address.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "the points' url may hold no user, password or parameter, because it is logged; give the login apart");
        }
        if (address.getHost() == null
                || address.getScheme() == null
                || !address.getScheme().matches("https?")) {
            throw new IllegalArgumentException(
                    url + " is not an http or https address; write one like http://localhost:8086");
        }
        if (database.isBlank() && kind == Kind.INFLUXDB) {
            throw new IllegalArgumentException("InfluxDB needs the name of a database");
        }
        if (retention.isNegative() || (!retention.isZero() && retention.compareTo(Duration.ofHours(1)) < 0)) {
            throw new IllegalArgumentException(
                    "InfluxDB keeps points for an hour at least, or for ever (0), not for " + retention);
        }
    }

    /** An InfluxDB 1.x without a login; the points go to the database's default retention policy. */
    public static PointSettings influxDb(String url, String database) {
        return new PointSettings(Kind.INFLUXDB, url, database, "", Duration.ZERO, "", "");
    }

    /** A QuestDB without a login. */
    public static PointSettings questDb(String url) {
        return new PointSettings(Kind.QUESTDB, url, "", "", Duration.ZERO, "", "");
    }

    /** The same with a login. */
    public PointSettings withLogin(String user, String password) {
        return new PointSettings(kind, url, database, retentionPolicy, retention, user, password);
    }

    /** The same with a retention policy; a zero duration keeps points for ever. */
    public PointSettings withRetention(String policy, Duration duration) {
        return new PointSettings(kind, url, database, policy, duration, user, password);
    }

    /** Whether the server runs on this machine, where compressing costs more than it saves. */
    boolean isLoopback() {
        return LOOPBACK.contains(URI.create(url).getHost());
    }

    @Override
    public String toString() {
        return "PointSettings[" + kind + ", " + url + ", database=" + database + ", retentionPolicy=" + retentionPolicy
                + ", retention=" + retention + ", user=" + user + ", password=***]";
    }
}
