/** Posts are scored, with the reasons. */
@NullMarked
package dev.linnet.pipeline.relevance;

import org.jspecify.annotations.NullMarked;
