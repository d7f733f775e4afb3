/** Decisions to weights, weights to scores. */
@NullMarked
package dev.linnet.keywords.weighting;

import org.jspecify.annotations.NullMarked;
