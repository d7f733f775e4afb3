package dev.linnet.review.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices that wait for the page after a redirect, for browsers without JavaScript. Thread-safe. */
final class FlashNotices {
    private static final int CAPACITY = 200;

    private final Map<String, Notice> waiting = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Notice> eldest) {
            return size() > CAPACITY;
        }
    };

    /** Keeps a notice, and gives the key that takes it out again. */
    synchronized String put(Notice notice) {
        String key = UUID.randomUUID().toString();
        waiting.put(key, notice);
        return key;
    }

    /** Takes a notice out, once. */
    synchronized @Nullable Notice take(@Nullable String key) {
        return key == null ? null : waiting.remove(key);
    }
}
