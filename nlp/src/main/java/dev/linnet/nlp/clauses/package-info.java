/** The clauses of a post that sets one thing against another. */
@NullMarked
package dev.linnet.nlp.clauses;

import org.jspecify.annotations.NullMarked;
