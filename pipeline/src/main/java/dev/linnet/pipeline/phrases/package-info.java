/** Phrases that nobody tracks and that lead to wanted posts: a bounded memory of posts, and what stands out in it. No Flink. */
@NullMarked
package dev.linnet.pipeline.phrases;

import org.jspecify.annotations.NullMarked;
