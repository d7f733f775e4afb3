/** Tests. */
@NullMarked
package dev.linnet.keywords.mining.phrase;

import org.jspecify.annotations.NullMarked;
