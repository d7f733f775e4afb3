/** Text of a post to clean text, language, profanity, sentiment and phrases. */
@NullMarked
package dev.linnet.nlp;

import org.jspecify.annotations.NullMarked;
