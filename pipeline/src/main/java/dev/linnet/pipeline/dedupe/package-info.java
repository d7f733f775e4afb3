/** A post is handled once, however often and in whatever order it comes: by id, by near-copy, by revision. */
@NullMarked
package dev.linnet.pipeline.dedupe;

import org.jspecify.annotations.NullMarked;
