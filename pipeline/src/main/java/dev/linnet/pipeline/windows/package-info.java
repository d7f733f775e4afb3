/** What a keyword's minute held. */
@NullMarked
package dev.linnet.pipeline.windows;

import org.jspecify.annotations.NullMarked;
