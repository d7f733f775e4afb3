package dev.linnet.cli.demo;

import dev.linnet.pipeline.source.RawBatch;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.jspecify.annotations.Nullable;

/** Flink's source of the demo's stream: batches of its records, as they are or at a pace. */
public final class DemoSource {
    /** Records in a batch. */
    static final int BATCH = 20;

    private DemoSource() {}

    /** The first records of a stream, as fast as they go. */
    public static Source<RawBatch, ?, ?> first(long seed, Instant start, int perMinute, long records) {
        return source(seed, start, perMinute, records, RateLimiterStrategy.noOp());
    }

    /**
     * The stream at a pace: event time goes {@code speed} times as fast as the clock until it has caught up with it.
     *
     * @param speed how many minutes of event time pass in a minute
     */
    public static Source<RawBatch, ?, ?> paced(long seed, Instant start, int perMinute, double speed) {
        return source(seed, start, perMinute, Long.MAX_VALUE / (2 * BATCH), new Pace(start, perMinute, speed));
    }

    private static Source<RawBatch, ?, ?> source(
            long seed, Instant start, int perMinute, long records, RateLimiterStrategy pace) {
        long batches = (records + BATCH - 1) / BATCH;
        return new DataGeneratorSource<>(
                new Batches(seed, start, perMinute, records),
                new OneAfterAnother(batches),
                pace,
                TypeInformation.of(RawBatch.class));
    }

    /** Makes batch {@code i}. */
    private static final class Batches implements GeneratorFunction<Long, RawBatch> {
        private static final long serialVersionUID = 1L;

        private final long seed;
        private final Instant start;
        private final int perMinute;
        private final long records;
        private transient @Nullable DemoStream stream;

        private Batches(long seed, Instant start, int perMinute, long records) {
            this.seed = seed;
            this.start = start;
            this.perMinute = perMinute;
            this.records = records;
        }

        @Override
        public void open(SourceReaderContext context) {
            stream = new DemoStream(seed, start, perMinute);
        }

        @Override
        public RawBatch map(Long batch) {
            DemoStream lines = stream;
            if (lines == null) {
                throw new IllegalStateException("the generator was not opened");
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(BATCH * 600);
            for (long record = batch * BATCH; record < Math.min((batch + 1) * BATCH, records); record++) {
                bytes.writeBytes(lines.line(record));
                bytes.write('\n');
            }
            // No byte offset is known; the first record's number is as good a place.
            return new RawBatch(bytes.toByteArray(), bytes.size(), "demo stream", batch * BATCH * 1_000, null);
        }
    }

    /** The numbers of the batches in order, in one split: event time is to pass evenly. */
    private static final class OneAfterAnother extends NumberSequenceSource {
        private static final long serialVersionUID = 1L;

        private OneAfterAnother(long batches) {
            super(0, batches - 1);
        }

        @Override
        protected List<NumberSequenceSplit> splitNumberRange(long from, long to, int splits) {
            return super.splitNumberRange(from, to, 1);
        }
    }

    /** Lets a batch pass when its time has come. */
    private record Pace(Instant start, int perMinute, double speed) implements RateLimiterStrategy {
        private static final long serialVersionUID = 1L;

        @Override
        public RateLimiter createRateLimiter(int parallelism) {
            return new Limiter(start.toEpochMilli(), 60_000.0 * BATCH / perMinute, speed);
        }
    }

    private static final class Limiter implements RateLimiter {
        private final double batchMillis;
        private final double speed;
        private double eventMillis;
        private double due = System.currentTimeMillis();

        private Limiter(double eventMillis, double batchMillis, double speed) {
            this.eventMillis = eventMillis;
            this.batchMillis = batchMillis;
            this.speed = speed;
        }

        @Override
        public CompletionStage<Void> acquire(int batches) {
            long now = System.currentTimeMillis();
            eventMillis += batches * batchMillis;
            due = Math.max(due + batches * batchMillis / (eventMillis < now ? speed : 1), now - 1_000.0);
            if (due <= now) {
                return CompletableFuture.completedFuture(null);
            }
            return CompletableFuture.runAsync(
                    () -> {}, CompletableFuture.delayedExecutor((long) (due - now), TimeUnit.MILLISECONDS));
        }
    }
}
