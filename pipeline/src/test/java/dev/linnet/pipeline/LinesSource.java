package dev.linnet.pipeline;

import dev.linnet.pipeline.source.RawBatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** A stream that a test feeds line by line while the job runs; one reader, no end until it is told. A job goes on from its checkpoint. */
final class LinesSource implements Source<RawBatch, LinesSource.Whole, Integer> {
    private static final long serialVersionUID = 1L;
    private static final String END = "";
    private static final Map<String, Feed> FEEDS = new ConcurrentHashMap<>();

    private final String name = UUID.randomUUID().toString();

    /** All lines, and how many of them a reader took. */
    private static final class Feed {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private volatile int taken;
    }

    /**
     * The only split.
     *
     * @param next the first line that was not read
     */
    record Whole(int next) implements SourceSplit {
        @Override
        public String splitId() {
            return "whole";
        }
    }

    void send(String line) {
        feed(name).lines.add(line);
    }

    void end() {
        feed(name).lines.add(END);
    }

    /** Whether the job has taken all lines. */
    boolean isTaken() {
        return feed(name).taken == feed(name).lines.size();
    }

    private static Feed feed(String name) {
        return FEEDS.computeIfAbsent(name, any -> new Feed());
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<RawBatch, Whole> createReader(SourceReaderContext context) {
        return new Reader(feed(name));
    }

    @Override
    public SplitEnumerator<Whole, Integer> createEnumerator(SplitEnumeratorContext<Whole> context) {
        return new Enumerator();
    }

    @Override
    public SplitEnumerator<Whole, Integer> restoreEnumerator(
            SplitEnumeratorContext<Whole> context, Integer checkpoint) {
        return new Enumerator();
    }

    @Override
    public SimpleVersionedSerializer<Whole> getSplitSerializer() {
        return new Number<>(Whole::new, Whole::next);
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        return new Number<>(number -> number, number -> number);
    }

    /** The reader takes the feed without being told to. */
    private static final class Enumerator implements SplitEnumerator<Whole, Integer> {
        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<Whole> splits, int subtask) {}

        @Override
        public void addReader(int subtask) {}

        @Override
        public Integer snapshotState(long checkpoint) {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static final class Reader implements SourceReader<RawBatch, Whole> {
        private final Feed feed;
        private int next;

        Reader(Feed feed) {
            this.feed = feed;
        }

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<RawBatch> output) {
            if (next == feed.lines.size()) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            String line = feed.lines.get(next);
            next++;
            feed.taken = next;
            if (line.equals(END)) {
                return InputStatus.END_OF_INPUT;
            }
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            output.collect(new RawBatch(bytes, bytes.length, "feed", 0, null));
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return next == feed.lines.size()
                    ? CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS))
                    : CompletableFuture.completedFuture(null);
        }

        @Override
        public List<Whole> snapshotState(long checkpoint) {
            return List.of(new Whole(next));
        }

        @Override
        public void addSplits(List<Whole> splits) {
            next = splits.get(0).next();
        }

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }

    private record Number<T>(IntFunction<T> of, ToIntFunction<T> value) implements SimpleVersionedSerializer<T> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(T number) {
            return Integer.toString(value.applyAsInt(number)).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public T deserialize(int version, byte[] bytes) {
            return of.apply(Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII)));
        }
    }
}
