/** Vocabulary to matches: on raw bytes and on parsed text. */
@NullMarked
package dev.linnet.keywords.matching;

import org.jspecify.annotations.NullMarked;
