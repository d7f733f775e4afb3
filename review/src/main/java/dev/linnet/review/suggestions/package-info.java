/** The queue: what to decide next, and why it was suggested. */
@NullMarked
package dev.linnet.review.suggestions;

import org.jspecify.annotations.NullMarked;
