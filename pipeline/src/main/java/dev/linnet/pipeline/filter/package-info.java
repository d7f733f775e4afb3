/** Which posts are candidates: the vocabulary in force, and the rules of keywords, trust, mute and language. */
@NullMarked
package dev.linnet.pipeline.filter;

import org.jspecify.annotations.NullMarked;
