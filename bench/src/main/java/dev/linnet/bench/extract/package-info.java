/** Main content: the trainer of its model, its scores, its speed beside that of other libraries. */
@NullMarked
package dev.linnet.bench.extract;

import org.jspecify.annotations.NullMarked;
