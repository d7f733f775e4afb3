/** The spike detector's speed and the size of what it remembers. */
@NullMarked
package dev.linnet.bench.spikes;

import org.jspecify.annotations.NullMarked;
