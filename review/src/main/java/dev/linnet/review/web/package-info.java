/** What every page needs: safety checks, sessions, rendering, assets. */
@NullMarked
package dev.linnet.review.web;

import org.jspecify.annotations.NullMarked;
