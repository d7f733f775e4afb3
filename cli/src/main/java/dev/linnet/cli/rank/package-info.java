/** The model of relevance on stdin and stdout. */
@NullMarked
package dev.linnet.cli.rank;

import org.jspecify.annotations.NullMarked;
