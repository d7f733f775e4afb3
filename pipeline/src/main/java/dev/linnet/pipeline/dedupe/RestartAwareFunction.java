package dev.linnet.pipeline.dedupe;

import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;

/**
 * A keyed function that knows whether the job went on from a checkpoint a short while ago. All its state is keyed.
 *
 * @param <K> the key
 * @param <I> what comes in
 * @param <O> what goes out
 */
abstract class RestartAwareFunction<K, I, O> extends KeyedProcessFunction<K, I, O> implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("NullAway.Init")
    private transient AfterRestart afterRestart;

    @Override
    public final void initializeState(FunctionInitializationContext context) {
        afterRestart = AfterRestart.of(context);
    }

    @Override
    public final void snapshotState(FunctionSnapshotContext context) {
        // All state is keyed.
    }

    /** Whether records may be read for a second time just now. */
    final boolean isAfterRestart() {
        return afterRestart.isNow();
    }
}
