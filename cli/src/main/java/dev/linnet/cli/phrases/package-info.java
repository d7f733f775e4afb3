/** What {@code linnet phrases} reads and writes. */
@NullMarked
package dev.linnet.cli.phrases;

import org.jspecify.annotations.NullMarked;
