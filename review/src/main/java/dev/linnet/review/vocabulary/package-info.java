/** Keywords, authors and muted topics, and the weights that were learnt. */
@NullMarked
package dev.linnet.review.vocabulary;

import org.jspecify.annotations.NullMarked;
