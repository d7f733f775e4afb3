package dev.linnet.nlp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The readings of the texts seen last, for reposts and copies; the one used longest ago goes first. */
final class ReadingCache {
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final Map<Key, Reading> readings;
    private final int capacity;

    ReadingCache(int capacity) {
        this.capacity = capacity;
        this.readings = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Reading> eldest) {
                return size() > capacity;
            }
        };
    }

    @Nullable
    Reading get(Key key) {
        Reading found;
        synchronized (readings) {
            found = readings.get(key);
        }
        (found == null ? misses : hits).increment();
        return found;
    }

    void put(Key key, Reading reading) {
        if (capacity == 0) {
            return;
        }
        synchronized (readings) {
            readings.put(key, reading);
        }
    }

    long hits() {
        return hits.sum();
    }

    long misses() {
        return misses.sum();
    }

    /** What a reading depends on. */
    record Key(String cleanText, String languageMark) {}
}
