/** The queue database: suggestions, alerts, journal. */
@NullMarked
package dev.linnet.queue;

import org.jspecify.annotations.NullMarked;
