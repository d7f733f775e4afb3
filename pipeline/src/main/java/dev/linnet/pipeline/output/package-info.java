/** Scored posts and alerts as points and as commands for the queue. */
@NullMarked
package dev.linnet.pipeline.output;

import org.jspecify.annotations.NullMarked;
