package dev.linnet.pipeline.learn;

import dev.linnet.queue.JournalEntry;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Emits the journal's entries beside a stream of posts, for as long as that stream lasts. What comes in is not looked at; the
 * number of the last entry emitted is in the checkpoint.
 *
 * <p>It is no source, so that a job over files ends when they do: a source that never ends would keep it up. Event time passes
 * through, so the journal holds back nobody's windows. One task does it; a thread of its own waits for the database.
 *
 * @param <T> whatever the posts' stream brings
 */
public final class JournalTailOperator<T> extends AbstractStreamOperator<JournalEntry>
        implements OneInputStreamOperator<T, JournalEntry>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private static final ListStateDescriptor<Long> CURSOR = new ListStateDescriptor<>("cursor", Types.LONG);

    /** How often entries that were read are emitted. */
    private static final long EMIT_MILLIS = 50;

    private final JournalAccess access;
    private transient Queue<JournalEntry> waiting;
    private transient ListState<Long> cursorState;
    private transient long cursor;
    private transient @Nullable JournalTail tail;
    private transient @Nullable ScheduledFuture<?> emitting;

    @SuppressWarnings("NullAway.Init") // initializeState comes before anything else
    public JournalTailOperator(JournalAccess access) {
        this.access = access;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        cursorState = context.getOperatorStateStore().getListState(CURSOR);
        for (Long restored : cursorState.get()) {
            cursor = Math.max(cursor, restored);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new ConcurrentLinkedQueue<>();
        JournalTail follows = new JournalTail(access, cursor, this::take);
        tail = follows;
        follows.start();
        emitting = getProcessingTimeService().scheduleWithFixedDelay(time -> emit(), EMIT_MILLIS, EMIT_MILLIS);
    }

    private boolean take(List<JournalEntry> entries) {
        waiting.addAll(entries);
        return true;
    }

    private void emit() {
        JournalEntry entry;
        while ((entry = waiting.poll()) != null) {
            output.collect(new StreamRecord<>(entry));
            cursor = entry.sequence();
        }
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        // Only the end of the stream matters here.
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        cursorState.update(List.of(cursor));
    }

    @Override
    public void endInput() {
        // What was decided up to now still counts; if the journal can't be read, the next run finds it.
        if (tail != null) {
            tail.drain();
        }
        emit();
    }

    @Override
    public void close() throws Exception {
        if (emitting != null) {
            emitting.cancel(false);
        }
        if (tail != null) {
            tail.close();
        }
        super.close();
    }
}
