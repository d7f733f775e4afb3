package dev.linnet.pipeline;

import dev.linnet.pipeline.source.RawBatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
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

/** A stream that a test feeds line by line while the job runs; one reader, no end until it is told. */
final class LinesSource implements Source<RawBatch, LinesSource.Whole, Integer> {
    private static final long serialVersionUID = 1L;
    private static final String END = "";
    private static final Map<String, Queue<String>> FEEDS = new ConcurrentHashMap<>();

    private final String name = UUID.randomUUID().toString();

    /** The only split. */
    record Whole() implements SourceSplit {
        @Override
        public String splitId() {
            return "whole";
        }
    }

    void send(String line) {
        feed(name).add(line);
    }

    void end() {
        feed(name).add(END);
    }

    private static Queue<String> feed(String name) {
        return FEEDS.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>());
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
        return new Nothing<>(new Whole());
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        return new Nothing<>(0);
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

    private record Reader(Queue<String> feed) implements SourceReader<RawBatch, Whole> {
        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<RawBatch> output) {
            String line = feed.poll();
            if (line == null) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            if (line.equals(END)) {
                return InputStatus.END_OF_INPUT;
            }
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            output.collect(new RawBatch(bytes, bytes.length, "feed", 0, null));
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return feed.isEmpty()
                    ? CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS))
                    : CompletableFuture.completedFuture(null);
        }

        @Override
        public List<Whole> snapshotState(long checkpoint) {
            return List.of();
        }

        @Override
        public void addSplits(List<Whole> splits) {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }

    private record Nothing<T>(T value) implements SimpleVersionedSerializer<T> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(T any) {
            return new byte[0];
        }

        @Override
        public T deserialize(int version, byte[] bytes) {
            return value;
        }
    }
}
