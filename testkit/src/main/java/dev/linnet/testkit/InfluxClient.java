package dev.linnet.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small InfluxDB 1.x client that shares no code with the one under test. */
final class InfluxClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI url;
    private final @Nullable String authorization;

    InfluxClient(URI url, @Nullable String user, @Nullable String password) {
        this.url = url;
        authorization = user == null
                ? null
                : "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    boolean answers() {
        try {
            return http.send(request("/ping").build(), BodyHandlers.discarding())
                            .statusCode()
                    == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void write(String database, String lines) {
        send(request("/write?db=" + encode(database))
                .POST(BodyPublishers.ofString(lines))
                .build());
    }

    List<InfluxRow> query(String database, String statement) {
        String body = send(request("/query?epoch=ns&db=" + encode(database))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("q=" + encode(statement)))
                .build());
        try {
            List<InfluxRow> rows = new ArrayList<>();
            for (JsonNode result : JSON.readTree(body).path("results")) {
                if (result.has("error")) {
                    throw new IllegalStateException(
                            statement + ": " + result.get("error").asText());
                }
                result.path("series").forEach(series -> addRows(series, rows));
            }
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException("InfluxDB answered something else than JSON: " + body, e);
        }
    }

    private static void addRows(JsonNode series, List<InfluxRow> rows) {
        Map<String, String> tags = new LinkedHashMap<>();
        series.path("tags")
                .fields()
                .forEachRemaining(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        for (JsonNode values : series.path("values")) {
            Map<String, Object> columns = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                if (!values.get(i).isNull()) {
                    columns.put(series.path("columns").get(i).asText(), scalar(values.get(i)));
                }
            }
            rows.add(new InfluxRow(series.path("name").asText(), tags, columns));
        }
    }

    private static Object scalar(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? value.booleanValue() : value.asText();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(60));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
