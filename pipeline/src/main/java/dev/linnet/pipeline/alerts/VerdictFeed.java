package dev.linnet.pipeline.alerts;

import java.io.Serializable;

/** Gives what people said of alerts up to now, and what they silenced. Travels with the functions that use it. */
@FunctionalInterface
public interface VerdictFeed extends Serializable {
    /** The verdicts in force; cheap enough for every record. */
    AlertVerdicts current();

    /** The silences in force and past ones; as cheap. */
    default AlertSilences silences() {
        return AlertSilences.NONE;
    }

    /** Nobody says anything. */
    static VerdictFeed silent() {
        return () -> AlertVerdicts.NONE;
    }
}
