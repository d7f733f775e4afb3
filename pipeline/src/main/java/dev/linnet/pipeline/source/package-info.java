/** From files to posts: the file source, the gate that a record must pass, and the function that reads what passes. */
@NullMarked
package dev.linnet.pipeline.source;

import org.jspecify.annotations.NullMarked;
