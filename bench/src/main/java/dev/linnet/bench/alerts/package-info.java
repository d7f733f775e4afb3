/** A day of an invented stream with planted episodes and disconnects, and what the detectors tell of it. */
@NullMarked
package dev.linnet.bench.alerts;

import org.jspecify.annotations.NullMarked;
