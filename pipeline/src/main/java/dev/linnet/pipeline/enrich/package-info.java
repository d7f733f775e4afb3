/** Candidates are read: language, mood, profanity, phrases. */
@NullMarked
package dev.linnet.pipeline.enrich;

import org.jspecify.annotations.NullMarked;
