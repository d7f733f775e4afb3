/** News pushed to open pages. */
@NullMarked
package dev.linnet.review.live;

import org.jspecify.annotations.NullMarked;
