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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits the journal's entries beside a stream of posts, for as long as that stream lasts. What comes in is not looked at.
 *
 * <p>Each run reads the journal from its first entry, as it is the truth: what a deletion emptied, or an earlier version did not
 * learn from, is in no checkpoint. Of that only the number of the last entry emitted is, which tells what is known.
 *
 * <p>It is no source, so that a job over files ends when they do: a source that never ends would keep it up. Event time passes
 * through, so the journal holds back nobody's windows. One task does it; a thread of its own waits for the database.
 *
 * @param <T> whatever the posts' stream brings
 */
public final class JournalTailOperator<T> extends AbstractStreamOperator<JournalNews>
        implements OneInputStreamOperator<T, JournalNews>, BoundedOneInput, JournalTail.Follower {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(JournalTailOperator.class);
    private static final ListStateDescriptor<Long> CURSOR = new ListStateDescriptor<>("cursor", Types.LONG);

    /** How often entries that were read are emitted. */
    private static final long EMIT_MILLIS = 50;

    private final JournalAccess access;
    private transient Queue<JournalNews> waiting;

    /** The newest that was read, until it is known whether it is the last of its burst. */
    private transient @Nullable JournalEntry held;

    private transient long known;
    private transient boolean warned;
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
        known = cursor;
    }

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new ConcurrentLinkedQueue<>();
        JournalTail follows = new JournalTail(access, 0, this);
        tail = follows;
        follows.start();
        emitting = getProcessingTimeService().scheduleWithFixedDelay(time -> emit(), EMIT_MILLIS, EMIT_MILLIS);
    }

    @Override
    public boolean take(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            handOn(false);
            held = entry;
        }
        return true;
    }

    @Override
    public void caughtUp() {
        JournalEntry newest = held;
        if (newest != null && newest.sequence() < known && !warned) {
            warned = true;
            LOG.warn(
                    "The journal {} ends at {}, but was read up to {} before: it is another one or an older copy. What it says is"
                            + " learnt; alerts and points hear only of acts after {}.",
                    access.name(),
                    newest.sequence(),
                    known,
                    known);
        }
        handOn(true);
    }

    private void handOn(boolean last) {
        JournalEntry entry = held;
        if (entry != null) {
            waiting.add(new JournalNews(entry, entry.sequence() <= known, last));
            held = null;
        }
    }

    private void emit() {
        JournalNews news;
        while ((news = waiting.poll()) != null) {
            output.collect(new StreamRecord<>(news));
            cursor = Math.max(cursor, news.entry().sequence());
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
