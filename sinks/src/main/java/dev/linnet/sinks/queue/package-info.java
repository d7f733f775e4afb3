/** Suggestions, alerts and the job's records to the queue database. */
@NullMarked
package dev.linnet.sinks.queue;

import org.jspecify.annotations.NullMarked;
