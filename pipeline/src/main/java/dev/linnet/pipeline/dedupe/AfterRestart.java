package dev.linnet.pipeline.dedupe;

import java.time.Duration;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * Whether records may be read for a second time: the job went on from a checkpoint a short while ago.
 *
 * <p>What was written after that checkpoint stands in the stores, but not in the state. Read again in another order, a post that
 * was written may now come after its deletion or lose to a copy, and no one would take it away: so for a while every loser is
 * taken away, whether it was written or not.
 */
final class AfterRestart {
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final long until;

    private AfterRestart(long until) {
        this.until = until;
    }

    static AfterRestart of(FunctionInitializationContext context) {
        return new AfterRestart(context.isRestored() ? System.currentTimeMillis() + WHILE.toMillis() : Long.MIN_VALUE);
    }

    boolean isNow() {
        return System.currentTimeMillis() < until;
    }
}
