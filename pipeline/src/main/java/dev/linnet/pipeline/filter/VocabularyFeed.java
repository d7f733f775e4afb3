package dev.linnet.pipeline.filter;

import java.io.Serializable;

/** Gives the vocabulary in force. Travels with the functions that use it; each JVM builds the vocabulary once. */
@FunctionalInterface
public interface VocabularyFeed extends Serializable {
    /** The vocabulary in force; cheap enough for every record. */
    VocabularySnapshot current();
}
