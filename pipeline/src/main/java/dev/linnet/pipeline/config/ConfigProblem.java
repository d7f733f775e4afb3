package dev.linnet.pipeline.config;

/**
 * A mistake in a configuration.
 *
 * @param line the line it stands in, from 1; 0 when it belongs to no line (a key that is missing)
 * @param key the key, with dots: {@code points.database}
 * @param message what is wrong, and what would be right
 */
public record ConfigProblem(int line, String key, String message) {
    @Override
    public String toString() {
        String place = line > 0 ? "line " + line + ": " : "";
        return place + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
