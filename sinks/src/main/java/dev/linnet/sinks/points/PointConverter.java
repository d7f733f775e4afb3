package dev.linnet.sinks.points;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.jspecify.annotations.Nullable;

/** Encodes points as they enter the writer's buffer. */
final class PointConverter implements ElementConverter<Point, PointEntry> {
    /** Stands for {@link PointEntry#tick()} among points. */
    static final Point TICK = Point.delete("", 0);

    private static final long serialVersionUID = 1;

    private transient @Nullable PointEncoder encoder;

    @Override
    public PointEntry apply(Point point, SinkWriter.@Nullable Context context) {
        PointEncoder ready = encoder;
        if (ready == null) {
            ready = new PointEncoder();
            encoder = ready;
        }
        return point == TICK ? PointEntry.tick() : ready.encode(point);
    }
}
