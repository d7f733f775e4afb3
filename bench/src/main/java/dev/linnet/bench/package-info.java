/** Benchmarks: each prints its figure, the machine and the command. */
@NullMarked
package dev.linnet.bench;

import org.jspecify.annotations.NullMarked;
