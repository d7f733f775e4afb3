package dev.linnet.sinks.points;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.sinks.points.Answer.Kind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.influxdb.InfluxDB;

/**
 * QuestDB: the line protocol at its {@code /write}, SQL at its {@code /exec}.
 *
 * <p>Its tables are made beforehand with {@code DEDUP UPSERT KEYS}, so that a point that is written again replaces itself as it
 * does in InfluxDB. QuestDB has no {@code DELETE}: the fields of a deleted point's row become null, and the tags stay.
 */
final class QuestDbStore implements PointStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PointSettings settings;
    private final HttpClientBox http;
    private final List<PointSchema> schema;

    QuestDbStore(PointSettings settings, HttpSettings httpSettings, List<PointSchema> schema) {
        this.settings = settings;
        this.schema = schema;
        // QuestDB takes the line protocol uncompressed only.
        this.http = new HttpClientBox(
                settings, new HttpSettings(httpSettings.connectTimeout(), httpSettings.requestTimeout(), false));
    }

    @Override
    public Answer prepare() {
        for (PointSchema measurement : schema) {
            Answer answer = execute(createTable(measurement));
            if (answer.kind() != Kind.OK) {
                return answer.kind() == Kind.BAD_LINES ? Answer.of(Kind.FATAL, answer.text()) : answer;
            }
        }
        return Answer.OK;
    }

    static String createTable(PointSchema measurement) {
        String columns = Stream.of(
                        columns(measurement.tags(), "SYMBOL"),
                        columns(measurement.numbers(), "DOUBLE"),
                        columns(measurement.counts(), "LONG"),
                        columns(measurement.texts(), "VARCHAR"),
                        columns(measurement.flags(), "BOOLEAN"))
                .flatMap(stream -> stream)
                .collect(Collectors.joining(", "));
        String keys = Stream.concat(
                        Stream.of("timestamp"), measurement.tags().stream().map(QuestDbStore::quote))
                .collect(Collectors.joining(", "));
        return "CREATE TABLE IF NOT EXISTS " + quote(measurement.measurement()) + " (timestamp TIMESTAMP_NS, " + columns
                + ") TIMESTAMP(timestamp) PARTITION BY MONTH WAL DEDUP UPSERT KEYS(" + keys + ")";
    }

    private static Stream<String> columns(List<String> names, String type) {
        return names.stream().map(name -> quote(name) + " " + type);
    }

    @Override
    public Answer write(List<PointEntry> writes) {
        return http.call(QuestDbStore::classify, client -> {
            client.write("questdb", null, InfluxDB.ConsistencyLevel.ONE, TimeUnit.NANOSECONDS, escapeBreaks(writes));
            return Answer.OK;
        });
    }

    /** Unlike InfluxDB, QuestDB wants line breaks inside a text marked by a backslash. Only texts can hold one. */
    private static String escapeBreaks(List<PointEntry> writes) {
        StringBuilder lines = new StringBuilder();
        for (PointEntry write : writes) {
            lines.append(write.line().replace("\n", "\\\n").replace("\r", "\\\r"))
                    .append('\n');
        }
        return lines.toString();
    }

    @Override
    public Answer delete(List<PointEntry> deletions) {
        for (PointEntry deletion : deletions) {
            for (PointSchema measurement : schema) {
                if (measurement.measurement().equals(deletion.measurement())) {
                    Answer answer = execute(blank(measurement, deletion.time()));
                    if (answer.kind() != Kind.OK) {
                        return answer;
                    }
                }
            }
        }
        return Answer.OK;
    }

    static String blank(PointSchema measurement, long time) {
        String blanks = Stream.concat(
                        measurement.flags().stream().map(flag -> quote(flag) + " = false"),
                        Stream.of(measurement.numbers(), measurement.counts(), measurement.texts())
                                .flatMap(List::stream)
                                .map(field -> quote(field) + " = null"))
                .collect(Collectors.joining(", "));
        return "UPDATE " + quote(measurement.measurement()) + " SET " + blanks + " WHERE timestamp = " + time;
    }

    private Answer execute(String sql) {
        HttpUrl url = HttpUrl.get(settings.url())
                .newBuilder()
                .addPathSegment("exec")
                .addQueryParameter("query", sql)
                .build();
        Request.Builder request = new Request.Builder().url(url);
        if (!settings.user().isEmpty()) {
            request.header("Authorization", Credentials.basic(settings.user(), settings.password()));
        }
        return http.call(QuestDbStore::classify, unused -> {
            try (Response response = http.plain().newCall(request.build()).execute()) {
                return inBody(response.peekBody(HttpClientBox.BODY_LIMIT).string());
            }
        });
    }

    /** An error may come in a 200, after the head of the answer is sent. */
    private static Answer inBody(String body) throws IOException {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            return error.isMissingNode() ? Answer.OK : Answer.of(Kind.RETRY, error.asText());
        } catch (JsonProcessingException e) {
            return Answer.of(Kind.FATAL, "this is no QuestDB: it answers " + body);
        }
    }

    static Kind classify(int status, String body) {
        return switch (status) {
            case 400 -> Kind.BAD_LINES;
            case 401, 403 -> Kind.FORBIDDEN;
            case 408, 429 -> Kind.RETRY;
            case 413 -> Kind.TOO_LARGE;
            default -> status >= 500 ? Kind.RETRY : Kind.FATAL;
        };
    }

    private static String quote(String name) {
        return '"' + name + '"';
    }

    @Override
    public void close() {
        http.close();
    }
}
