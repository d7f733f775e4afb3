/** The journal as a stream, and the weights that its decisions make. */
@NullMarked
package dev.linnet.pipeline.learn;

import org.jspecify.annotations.NullMarked;
