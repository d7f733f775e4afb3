package dev.linnet.sinks.points;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds an {@link InfluxSink}; only the settings must be given. */
public final class InfluxSinkBuilder {
    private @Nullable PointSettings settings;
    private RejectListener listener = point -> {};
    private int batchPoints = SinkLimits.DEFAULT.batchPoints();
    private int bufferedPoints = SinkLimits.DEFAULT.bufferedPoints();
    private Duration linger = SinkLimits.DEFAULT.linger();
    private Duration requestTimeout = SinkLimits.DEFAULT.requestTimeout();
    private Duration longestBackoff = SinkLimits.DEFAULT.longestBackoff();

    InfluxSinkBuilder() {}

    /** Where the points go. */
    public InfluxSinkBuilder settings(PointSettings settings) {
        this.settings = settings;
        return this;
    }

    /** Who is told of points that will never be stored; must be serializable. */
    public InfluxSinkBuilder onReject(RejectListener listener) {
        this.listener = listener;
        return this;
    }

    /** Points a request at most; 5,000 by default. */
    public InfluxSinkBuilder batchPoints(int points) {
        batchPoints = points;
        return this;
    }

    /** Points held by each writer before the job waits; 50,000 by default, and more than a batch. */
    public InfluxSinkBuilder bufferedPoints(int points) {
        bufferedPoints = points;
        return this;
    }

    /** How long a point waits for its batch to fill; 200 ms by default. */
    public InfluxSinkBuilder linger(Duration linger) {
        this.linger = linger;
        return this;
    }

    /** How long a request may take before it is made again; 30 s by default. */
    public InfluxSinkBuilder requestTimeout(Duration timeout) {
        requestTimeout = timeout;
        return this;
    }

    /** The longest wait between two tries while the server is away; 10 s by default. */
    public InfluxSinkBuilder longestBackoff(Duration wait) {
        longestBackoff = wait;
        return this;
    }

    /** The sink. */
    public InfluxSink build() {
        PointSettings given = settings;
        if (given == null) {
            throw new IllegalStateException("Say where the points go: settings(PointSettings)");
        }
        return new InfluxSink(
                given,
                new SinkLimits(
                        batchPoints,
                        SinkLimits.DEFAULT.batchBytes(),
                        linger,
                        bufferedPoints,
                        SinkLimits.DEFAULT.connectTimeout(),
                        requestTimeout,
                        longestBackoff,
                        SinkLimits.DEFAULT.longestRetryAfter()),
                listener);
    }
}
