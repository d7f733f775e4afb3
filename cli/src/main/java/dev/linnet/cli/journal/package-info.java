/** The journal from the command line: what it teaches, and what it would have taught. */
@NullMarked
package dev.linnet.cli.journal;

import org.jspecify.annotations.NullMarked;
