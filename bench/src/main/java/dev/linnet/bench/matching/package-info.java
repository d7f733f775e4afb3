/** The prefilter and the exact matcher beside their peers, on real records and, by JMH, on invented ones. */
@NullMarked
package dev.linnet.bench.matching;

import org.jspecify.annotations.NullMarked;
