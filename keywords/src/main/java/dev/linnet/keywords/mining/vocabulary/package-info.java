/** The vocabulary as a file that people edit and mining keeps up to date. */
@NullMarked
package dev.linnet.keywords.mining.vocabulary;

import org.jspecify.annotations.NullMarked;
