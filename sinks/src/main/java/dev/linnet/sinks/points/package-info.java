/** Points to InfluxDB and whatever speaks its line protocol. */
@NullMarked
package dev.linnet.sinks.points;

import org.jspecify.annotations.NullMarked;
