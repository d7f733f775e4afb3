package dev.linnet.pipeline.source;

import java.io.Serializable;

/** Gives the gate in force, once for each batch, so that a change of vocabulary swaps it in a running job. */
@FunctionalInterface
public interface GateSupplier extends Serializable {
    /** The gate to use for the next batch. */
    RecordGate gate();
}
