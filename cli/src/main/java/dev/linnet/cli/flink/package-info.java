/** Flink's cluster inside Linnet's process, without open ports, and the read-only web page of a cluster. */
@NullMarked
package dev.linnet.cli.flink;

import org.jspecify.annotations.NullMarked;
