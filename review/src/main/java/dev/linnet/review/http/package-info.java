/** Limits on connections and requests in the HTTP server, before any of the console's own code runs. */
@NullMarked
package dev.linnet.review.http;

import org.jspecify.annotations.NullMarked;
