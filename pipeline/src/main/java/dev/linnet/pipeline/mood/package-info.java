/** When the mood on a keyword turns: plain classes without Flink. */
@NullMarked
package dev.linnet.pipeline.mood;

import org.jspecify.annotations.NullMarked;
