package dev.linnet.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java's values to columns and back: times are microseconds since 1970, lists and maps are JSON. */
final class Columns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<Double>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<List<Contribution>> CONTRIBUTIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> DATA = new TypeReference<>() {};

    private Columns() {}

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : time(micros);
    }

    /** A text that PostgreSQL can hold too: it has no NUL. */
    static String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** A number that SQLite can hold too: NaN would become NULL there. */
    static double finite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(what + " must be a finite number, but is " + number);
        }
        return number;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON can be made of " + value.getClass(), e);
        }
    }

    static List<String> strings(String json) {
        return read(json, STRINGS);
    }

    static List<Double> numbers(String json) {
        return read(json, NUMBERS);
    }

    static List<Contribution> contributions(String json) {
        return read(json, CONTRIBUTIONS);
    }

    static Map<String, Double> data(String json) {
        return read(json, DATA);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new QueueException("a row of the queue database is damaged: " + e.getOriginalMessage(), false, e);
        }
    }
}
