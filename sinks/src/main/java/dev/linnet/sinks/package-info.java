/** InfluxDB, queue and notification sinks. */
@NullMarked
package dev.linnet.sinks;

import org.jspecify.annotations.NullMarked;
