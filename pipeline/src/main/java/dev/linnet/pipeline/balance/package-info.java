/** The balance: where each record that was read came to its end. */
@NullMarked
package dev.linnet.pipeline.balance;

import org.jspecify.annotations.NullMarked;
