/** The language of a text. */
@NullMarked
package dev.linnet.nlp.language;

import org.jspecify.annotations.NullMarked;
