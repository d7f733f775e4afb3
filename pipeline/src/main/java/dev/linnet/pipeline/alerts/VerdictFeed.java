package dev.linnet.pipeline.alerts;

import java.io.Serializable;

/** Gives what people said of alerts up to now. Travels with the functions that use it. */
@FunctionalInterface
public interface VerdictFeed extends Serializable {
    /** The verdicts in force; cheap enough for every record. */
    AlertVerdicts current();

    /** Nobody says anything. */
    static VerdictFeed silent() {
        return () -> AlertVerdicts.NONE;
    }
}
