/** Servers that run inside Linnet's own process when the user has none. */
@NullMarked
package dev.linnet.cli.embedded;

import org.jspecify.annotations.NullMarked;
