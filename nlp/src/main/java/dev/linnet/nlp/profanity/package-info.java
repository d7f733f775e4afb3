/** Profane, sexual and hateful words. */
@NullMarked
package dev.linnet.nlp.profanity;

import org.jspecify.annotations.NullMarked;
