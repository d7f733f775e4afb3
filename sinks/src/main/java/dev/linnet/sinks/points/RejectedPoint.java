package dev.linnet.sinks.points;

/**
 * A point that will never be stored.
 *
 * @param line the point in the line protocol
 * @param reason why, in a word: {@code no-fields}, {@code beyond-retention}, {@code type-conflict}, {@code unparseable},
 *     {@code too-large}, {@code limit} or {@code refused}
 * @param text the server's words; empty when it was not asked
 */
public record RejectedPoint(String line, String reason, String text) {
    private static final int SHOWN = 300;

    /** The reason's word for what a server said to a single line. */
    static String reason(String serversWords) {
        if (serversWords.contains("type conflict") || serversWords.contains("cast error")) {
            return "type-conflict";
        }
        if (serversWords.contains("unable to parse") || serversWords.contains("failed to parse")) {
            return "unparseable";
        }
        return serversWords.contains("limit exceeded") ? "limit" : "refused";
    }

    /** One line for a log, whatever is in the point. */
    String forLog() {
        return clean(line) + (text.isEmpty() ? "" : " (" + clean(text) + ")");
    }

    private static String clean(String any) {
        String shown = any.length() > SHOWN ? any.substring(0, SHOWN) + "…" : any;
        return shown.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "?");
    }
}
