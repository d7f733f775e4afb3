package dev.linnet.sinks.points;

import java.io.Serializable;
import java.time.Duration;

/**
 * How requests are made.
 *
 * @param connectTimeout until a connection stands
 * @param requestTimeout until the whole answer is there
 * @param gzip whether requests are compressed
 */
record HttpSettings(Duration connectTimeout, Duration requestTimeout, boolean gzip) implements Serializable {}
