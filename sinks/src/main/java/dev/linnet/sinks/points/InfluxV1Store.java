package dev.linnet.sinks.points;

import dev.linnet.sinks.points.Answer.Kind;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.influxdb.InfluxDB;
import org.influxdb.dto.Query;
import org.influxdb.dto.QueryResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** InfluxDB 1.x: {@code /write} for points, InfluxQL for deletions and for making the database. */
final class InfluxV1Store implements PointStore {
    private static final Logger LOG = LoggerFactory.getLogger(InfluxV1Store.class);
    private static final int NAME_COLUMN = 0;
    private static final int DURATION_COLUMN = 1;

    private final PointSettings settings;
    private final HttpClientBox http;

    InfluxV1Store(PointSettings settings, HttpSettings httpSettings) {
        this.settings = settings;
        this.http = new HttpClientBox(settings, httpSettings);
    }

    @Override
    public Answer prepare() {
        Answer answer = http.call(InfluxV1Store::classify, this::makeWhatIsMissing);
        if (answer.kind() == Kind.FORBIDDEN && answer.text().startsWith("HTTP 403")) {
            LOG.info(
                    "The user {} may not look whether the database {} is there; going on as if it were",
                    settings.user(),
                    settings.database());
            return Answer.OK;
        }
        return answer.kind() == Kind.BAD_LINES || answer.kind() == Kind.MISSING
                ? Answer.of(Kind.RETRY, answer.text())
                : answer;
    }

    private Answer makeWhatIsMissing(InfluxDB client) {
        QueryResult policies = query(client, "SHOW RETENTION POLICIES ON " + quote(settings.database()));
        if (policies.getResults() == null) {
            return Answer.of(Kind.FATAL, settings.url() + " is no InfluxDB: it answers a query without results");
        }
        String error = firstError(policies);
        if (error.contains("database not found")) {
            error = firstError(query(client, "CREATE DATABASE " + quote(settings.database())));
            policies = query(client, "SHOW RETENTION POLICIES ON " + quote(settings.database()));
            LOG.info("Made the database {} at {}", settings.database(), settings.url());
        }
        if (!error.isEmpty()) {
            return Answer.of(refusal(error), error);
        }
        return settings.retentionPolicy().isEmpty() ? Answer.OK : makePolicy(client, policies);
    }

    private Answer makePolicy(InfluxDB client, QueryResult policies) {
        String duration =
                settings.retention().isZero() ? "INF" : settings.retention().toSeconds() + "s";
        for (List<Object> row : rows(policies)) {
            if (settings.retentionPolicy().equals(row.get(NAME_COLUMN))) {
                warnIfOther(String.valueOf(row.get(DURATION_COLUMN)), duration);
                return Answer.OK;
            }
        }
        // The default, so that dashboards and people need not name it.
        String error = firstError(query(
                client,
                "CREATE RETENTION POLICY " + quote(settings.retentionPolicy()) + " ON " + quote(settings.database())
                        + " DURATION " + duration + " REPLICATION 1 DEFAULT"));
        if (!error.isEmpty()) {
            return Answer.of(refusal(error), error);
        }
        LOG.info(
                "Made the retention policy {} ({}) as default of {}",
                settings.retentionPolicy(),
                duration,
                settings.database());
        return Answer.OK;
    }

    /** Shortening a policy would delete points, so an existing one is never changed. */
    private void warnIfOther(String found, String wanted) {
        Duration has;
        try {
            has = Duration.parse("PT" + found.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            return;
        }
        if (!has.equals(settings.retention())) {
            LOG.warn(
                    "The retention policy {} keeps points for {}, not {} as configured; to change it: "
                            + "ALTER RETENTION POLICY {} ON {} DURATION {}",
                    settings.retentionPolicy(),
                    found,
                    wanted,
                    quote(settings.retentionPolicy()),
                    quote(settings.database()),
                    wanted);
        }
    }

    @Override
    public Answer write(List<PointEntry> writes) {
        String policy = settings.retentionPolicy().isEmpty() ? null : settings.retentionPolicy();
        return http.call(InfluxV1Store::classify, client -> {
            client.write(
                    settings.database(), policy, InfluxDB.ConsistencyLevel.ONE, TimeUnit.NANOSECONDS, lines(writes));
            return Answer.OK;
        });
    }

    static String lines(List<PointEntry> writes) {
        int length = 0;
        for (PointEntry write : writes) {
            length += write.line().length() + 1;
        }
        StringBuilder lines = new StringBuilder(length);
        for (PointEntry write : writes) {
            lines.append(write.line()).append('\n');
        }
        return lines.toString();
    }

    @Override
    public Answer delete(List<PointEntry> deletions) {
        String statements = deletions.stream()
                .map(entry -> "DELETE FROM " + quote(entry.measurement()) + " WHERE time = " + entry.time())
                .collect(Collectors.joining("; "));
        return http.call(InfluxV1Store::classify, client -> {
            String error = firstError(query(client, statements));
            boolean nothingThere = error.contains("database not found") || error.contains("measurement not found");
            return error.isEmpty() || nothingThere ? Answer.OK : Answer.of(refusal(error), error);
        });
    }

    /** Sorts by the status, and by InfluxDB's words where one status means several things. */
    static Kind classify(int status, String body) {
        return switch (status) {
            case 400 -> body.contains("beyond retention policy") ? Kind.BEYOND_RETENTION : Kind.BAD_LINES;
            case 401, 403 -> Kind.FORBIDDEN;
            case 404 -> body.contains("database not found") ? Kind.MISSING : Kind.FATAL;
            case 408, 429 -> Kind.RETRY;
            case 413 -> Kind.TOO_LARGE;
            case 500 -> body.contains("retention policy not found") ? Kind.MISSING : Kind.RETRY;
            default -> status > 500 ? Kind.RETRY : Kind.FATAL;
        };
    }

    /** An error inside a 200 is either about rights or about the moment; nothing is dropped for it. */
    private static Kind refusal(String error) {
        return error.contains("not authorized") || error.contains("requires admin") ? Kind.FORBIDDEN : Kind.RETRY;
    }

    private QueryResult query(InfluxDB client, String statement) {
        return client.query(new Query(statement, settings.database(), true));
    }

    private static String firstError(QueryResult result) {
        if (result.getError() != null) {
            return result.getError();
        }
        return result.getResults() == null
                ? ""
                : result.getResults().stream()
                        .filter(one -> one.getError() != null)
                        .map(QueryResult.Result::getError)
                        .findFirst()
                        .orElse("");
    }

    private static List<List<Object>> rows(QueryResult result) {
        return result.getResults().stream()
                .filter(one -> one.getSeries() != null)
                .flatMap(one -> one.getSeries().stream())
                .filter(series -> series.getValues() != null)
                .flatMap(series -> series.getValues().stream())
                .toList();
    }

    private static String quote(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    @Override
    public void close() {
        http.close();
    }
}
