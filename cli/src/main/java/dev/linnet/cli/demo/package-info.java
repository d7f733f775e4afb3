/** The demo: an invented author, an invented stream. */
@NullMarked
package dev.linnet.cli.demo;

import org.jspecify.annotations.NullMarked;
