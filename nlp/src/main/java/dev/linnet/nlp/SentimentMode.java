package dev.linnet.nlp;

import java.util.Locale;

/** How a post's mood is read. */
public enum SentimentMode {
    /** Not at all: every mood is unknown. */
    OFF,
    /** By CoreNLP's tokenizer and recursive network, without a parser: thousands of posts a second. */
    FAST,
    /** By CoreNLP's shift-reduce parser and its recursive network, some hundred posts a second; needs the parser's model. */
    PARSED,
    /** By CoreNLP untouched, parser and all, about ten posts a second; needs its models on the classpath. */
    FULL;

    /**
     * The mode that a configuration names.
     *
     * @throws IllegalArgumentException when there is no such mode; the message names those there are
     */
    public static SentimentMode of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "off" -> OFF;
            case "fast" -> FAST;
            case "parsed" -> PARSED;
            case "full" -> FULL;
            default ->
                throw new IllegalArgumentException(
                        "There is no sentiment mode '" + name + "'; choose fast, parsed, full or off");
        };
    }
}
