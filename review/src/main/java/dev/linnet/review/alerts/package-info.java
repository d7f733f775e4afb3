/** The alerts and what can be done about them. */
@NullMarked
package dev.linnet.review.alerts;

import org.jspecify.annotations.NullMarked;
