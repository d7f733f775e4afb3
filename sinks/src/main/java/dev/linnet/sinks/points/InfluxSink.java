package dev.linnet.sinks.points;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes points to InfluxDB 1.x or QuestDB, and deletes them.
 *
 * <p>At least once; as a point that is written again replaces itself, each stands there once. Each writer keeps the order of its
 * input, so that a deletion never overtakes the points it is for: <b>send both through the same writer</b>, by a
 * {@code keyBy} before the sink or a parallelism of 1.
 *
 * <p>A server that is away, busy or refuses the login is waited for, for ever: points are held, the job waits when
 * the buffer is full. A point that the server can never take is counted ({@code pointsRejected} by {@code reason}), logged and
 * told to the {@link RejectListener}; the others of its batch are stored.
 */
public final class InfluxSink extends AsyncSinkBase<Point, PointEntry> {
    private static final long serialVersionUID = 1;

    private final PointSettings settings;
    private final SinkLimits limits;
    private final RejectListener listener;

    InfluxSink(PointSettings settings, SinkLimits limits, RejectListener listener) {
        super(
                new PointConverter(),
                limits.batchPoints(),
                1,
                limits.bufferedPoints(),
                limits.batchBytes(),
                limits.linger().toMillis(),
                limits.batchBytes());
        this.settings = settings;
        this.limits = limits;
        this.listener = listener;
    }

    /** A sink to be built. */
    public static InfluxSinkBuilder builder() {
        return new InfluxSinkBuilder();
    }

    @Override
    public StatefulSinkWriter<Point, BufferedRequestState<PointEntry>> createWriter(WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<Point, BufferedRequestState<PointEntry>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<PointEntry>> state) {
        return InfluxSinkWriter.create(context, settings, limits, listener, state);
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<PointEntry>> getWriterStateSerializer() {
        return new PointEntrySerializer();
    }
}
