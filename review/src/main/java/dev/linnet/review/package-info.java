/** The author's console: a web page to decide on suggestions, read alerts and steer the vocabulary. */
@NullMarked
package dev.linnet.review;

import org.jspecify.annotations.NullMarked;
