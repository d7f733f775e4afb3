/** The linnet command. */
@NullMarked
package dev.linnet.cli;

import org.jspecify.annotations.NullMarked;
