/** The journal in plain words. */
@NullMarked
package dev.linnet.review.journal;

import org.jspecify.annotations.NullMarked;
