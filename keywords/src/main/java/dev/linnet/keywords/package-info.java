/** The vocabulary: what an author cares about. */
@NullMarked
package dev.linnet.keywords;

import org.jspecify.annotations.NullMarked;
