package dev.linnet.sinks.points;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBException;
import org.influxdb.InfluxDBFactory;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side of a store: influxdb-java's client, made when first needed, whose failures carry their HTTP status. By itself
 * influxdb-java tells failures apart by their words alone, and takes 401, 413 and 500 for the same.
 */
final class HttpClientBox implements AutoCloseable {
    /** What a server answered instead of 2xx. */
    static final class StatusException extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String body;
        private final transient @Nullable Duration retryAfter;

        StatusException(int status, String body, @Nullable Duration retryAfter) {
            super("HTTP " + status + " " + body);
            this.status = status;
            this.body = body;
            this.retryAfter = retryAfter;
        }
    }

    /** Sorts an HTTP status and body. */
    interface Classifier {
        Answer.Kind classify(int status, String body);
    }

    /** A request that may fail. */
    interface Call {
        Answer run(InfluxDB client) throws IOException;
    }

    private static final int WRITTEN = 204;
    /** No answer that is looked into is longer. */
    static final int BODY_LIMIT = 64 * 1024;

    private final PointSettings settings;
    private final boolean gzip;
    private final OkHttpClient http;
    private volatile @Nullable InfluxDB client;

    HttpClientBox(PointSettings settings, HttpSettings httpSettings) {
        this.settings = settings;
        this.gzip = httpSettings.gzip();
        this.http = new OkHttpClient.Builder()
                .connectTimeout(httpSettings.connectTimeout())
                .readTimeout(httpSettings.requestTimeout())
                .writeTimeout(httpSettings.requestTimeout())
                .callTimeout(httpSettings.requestTimeout())
                .followRedirects(false)
                .addInterceptor(HttpClientBox::failOnStatus)
                .build();
    }

    /** The plain client with the same connections and time-outs, for what is not InfluxDB's protocol. */
    OkHttpClient plain() {
        return http;
    }

    Answer call(Classifier classifier, Call call) {
        try {
            return call.run(client());
        } catch (IOException e) {
            return answer(classifier, e);
        } catch (InfluxDBException e) {
            return e.getCause() instanceof IOException cause
                    ? answer(classifier, cause)
                    : Answer.of(Answer.Kind.RETRY, String.valueOf(e.getMessage()));
        }
    }

    private static Answer answer(Classifier classifier, IOException e) {
        if (e instanceof StatusException status) {
            String text = "HTTP " + status.status + " " + status.body.strip();
            return new Answer(classifier.classify(status.status, status.body), text, status.retryAfter);
        }
        return Answer.of(Answer.Kind.RETRY, e.toString());
    }

    /** Made late, because making it looks the host's name up. */
    private InfluxDB client() {
        InfluxDB made = client;
        if (made == null) {
            String url = settings.url().endsWith("/") ? settings.url() : settings.url() + "/";
            OkHttpClient.Builder builder = http.newBuilder();
            made = settings.user().isEmpty()
                    ? InfluxDBFactory.connect(url, builder)
                    : InfluxDBFactory.connect(url, settings.user(), settings.password(), builder);
            if (gzip) {
                made.enableGzip();
            }
            client = made;
        }
        return made;
    }

    private static Response failOnStatus(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        // A page of some other server, or a proxy's, is no sign that points are stored.
        boolean write = chain.request().url().encodedPath().endsWith("/write");
        if (write ? response.code() == WRITTEN : response.isSuccessful()) {
            return response;
        }
        try (response) {
            ResponseBody body = response.peekBody(BODY_LIMIT);
            throw new StatusException(response.code(), body.string(), retryAfter(response.header("Retry-After")));
        }
    }

    /** Seconds or a date (RFC 9110, 10.2.3); null for anything else. */
    static @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            if (header.strip().matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(header.strip()));
            }
            Duration wait = Duration.between(
                    Instant.now(),
                    ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
