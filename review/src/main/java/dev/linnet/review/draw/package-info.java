/** Figures as pictures: geometry for the inline SVG of the templates. */
@NullMarked
package dev.linnet.review.draw;

import org.jspecify.annotations.NullMarked;
