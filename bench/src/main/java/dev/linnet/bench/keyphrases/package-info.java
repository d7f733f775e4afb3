/** Trains the trees that rank keyphrases, and tells honestly how good they are. */
@NullMarked
package dev.linnet.bench.keyphrases;

import org.jspecify.annotations.NullMarked;
