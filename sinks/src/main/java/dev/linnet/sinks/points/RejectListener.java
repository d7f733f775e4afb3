package dev.linnet.sinks.points;

import java.io.Serializable;

/** Is told of each point that will never be stored, besides the log and the counter. Called on the writer's sending thread. */
@FunctionalInterface
public interface RejectListener extends Serializable {
    /** A point was rejected for good. */
    void rejected(RejectedPoint point);
}
