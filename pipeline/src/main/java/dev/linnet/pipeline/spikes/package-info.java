/** What is unusual in a series, told from the series' own past; no Flink in it. */
@NullMarked
package dev.linnet.pipeline.spikes;

import org.jspecify.annotations.NullMarked;
