package dev.linnet.pipeline;

import static java.util.Objects.requireNonNull;

import dev.linnet.queue.Alert;
import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.KeywordMinute;
import dev.linnet.queue.StageCount;
import dev.linnet.queue.WeightRow;
import dev.linnet.sinks.points.Point;
import dev.linnet.sinks.queue.QueueCommand;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A time-series store and a queue in memory, which a job in the same JVM writes to. They behave as the real ones do. */
final class Stores implements AutoCloseable {
    private static final Map<String, Stores> BY_NAME = new ConcurrentHashMap<>();

    private final String name = UUID.randomUUID().toString();
    private final Map<String, Point> points = new TreeMap<>();
    private final Map<String, QueueCommand> suggestions = new TreeMap<>();
    private final Set<String> tombstones = new HashSet<>();
    private final Map<String, Long> balance = new TreeMap<>();
    private final Map<String, Alert> alerts = new TreeMap<>();
    private final Map<String, WeightRow> weights = new TreeMap<>();
    private final List<KeptRecord> kept = new ArrayList<>();
    private final List<KeywordMinute> minutes = new ArrayList<>();

    Stores() {
        BY_NAME.put(name, this);
    }

    /** What stands in the store, without the points that tell of the job itself. */
    synchronized Map<String, Point> points(String... measurements) {
        Set<String> wanted = Set.of(measurements);
        return points.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue().measurement()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    synchronized Map<String, QueueCommand> suggestions() {
        return new TreeMap<>(suggestions);
    }

    synchronized List<KeptRecord> kept() {
        return new ArrayList<>(kept);
    }

    synchronized Map<String, Alert> alerts() {
        return new TreeMap<>(alerts);
    }

    synchronized Map<String, WeightRow> weights() {
        return new TreeMap<>(weights);
    }

    /** The balance: {@code stage/reason} → count. */
    synchronized Map<String, Long> balance() {
        return new TreeMap<>(balance);
    }

    Sink<Point> pointSink() {
        return new MemorySink<>(name, Stores::write);
    }

    Sink<QueueCommand> queueSink() {
        return new MemorySink<>(name, Stores::write);
    }

    private synchronized void write(Point point) {
        if (point.deletion()) {
            points.values()
                    .removeIf(old ->
                            old.time() == point.time() && old.measurement().equals(point.measurement()));
        } else {
            points.put(point.measurement() + ' ' + new TreeMap<>(point.tags()) + ' ' + point.time(), point);
        }
    }

    private synchronized void write(QueueCommand command) {
        String post = String.valueOf(command.postId());
        switch (command.kind()) {
            case OFFER -> {
                String id = requireNonNull(command.suggestion()).id();
                if (!tombstones.contains(id)) {
                    suggestions.put(id, command);
                }
            }
            case WITHDRAW -> suggestions.remove(post);
            case DELETE -> {
                tombstones.add(post);
                suggestions.remove(post);
            }
            case DELETE_KNOWN -> {
                if (suggestions.remove(post) != null) {
                    tombstones.add(post);
                }
            }
            case COUNT -> {
                StageCount count = requireNonNull(command.count());
                balance.put(count.stage() + "/" + count.reason(), count.count());
            }
            case ALERT -> alerts.put(requireNonNull(command.alert()).id(), requireNonNull(command.alert()));
            case CLEAR_WEIGHTS -> weights.clear();
            case WEIGHT -> {
                WeightRow weight = requireNonNull(command.weight());
                weights.put(weight.kind() + ":" + weight.name(), weight);
            }
            case KEEP -> kept.add(requireNonNull(command.kept()));
            case MINUTE -> minutes.add(requireNonNull(command.minute()));
        }
    }

    @Override
    public void close() {
        BY_NAME.remove(name);
    }

    /** Says what to do with an element. */
    private interface Write<T> extends BiConsumer<Stores, T>, Serializable {}

    private record MemorySink<T>(String name, Write<T> write) implements Sink<T> {
        @Override
        public SinkWriter<T> createWriter(WriterInitContext context) {
            return new SinkWriter<>() {
                @Override
                public void write(T element, Context context) {
                    Stores stores = BY_NAME.get(name);
                    if (stores != null) {
                        write.accept(stores, element);
                    }
                }

                @Override
                public void flush(boolean endOfInput) {}

                @Override
                public void close() {}
            };
        }
    }
}
