/** From one raw JSON record of any platform to a post, a deletion or a control message. */
@NullMarked
package dev.linnet.pipeline.parse;

import org.jspecify.annotations.NullMarked;
