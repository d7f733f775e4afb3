/** A post, whatever its platform. */
@NullMarked
package dev.linnet.pipeline.post;

import org.jspecify.annotations.NullMarked;
