/** One JVM that holds Flink's local cluster, the console and what is embedded. */
@NullMarked
package dev.linnet.cli.run;

import org.jspecify.annotations.NullMarked;
