/** Words, noun phrases and what they are worth. */
@NullMarked
package dev.linnet.keywords.mining.phrase;

import org.jspecify.annotations.NullMarked;
