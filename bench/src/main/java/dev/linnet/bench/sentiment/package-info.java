/** How fast moods are read, against CoreNLP as it comes. */
@NullMarked
package dev.linnet.bench.sentiment;

import org.jspecify.annotations.NullMarked;
