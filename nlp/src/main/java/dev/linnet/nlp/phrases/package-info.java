/** Candidate noun phrases. */
@NullMarked
package dev.linnet.nlp.phrases;

import org.jspecify.annotations.NullMarked;
