/** Post text and figures as people read them. */
@NullMarked
package dev.linnet.review.text;

import org.jspecify.annotations.NullMarked;
