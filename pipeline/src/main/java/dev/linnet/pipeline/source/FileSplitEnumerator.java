package dev.linnet.pipeline.source;

import java.util.List;
import java.util.PriorityQueue;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/** Hands splits to the readers that ask, in the order of the files. */
final class FileSplitEnumerator implements SplitEnumerator<FileSplit, PendingSplits> {
    private final SplitEnumeratorContext<FileSplit> context;
    private final boolean oneReader;
    private final PriorityQueue<FileSplit> pending = new PriorityQueue<>(FileSplit.IN_ORDER);

    /**
     * @param oneReader whether a single reader is to get all splits, one after the other
     */
    FileSplitEnumerator(SplitEnumeratorContext<FileSplit> context, List<FileSplit> splits, boolean oneReader) {
        this.context = context;
        this.oneReader = oneReader;
        pending.addAll(splits);
    }

    @Override
    public void start() {
        // Splits are known already; readers ask when they are ready.
    }

    @Override
    public void handleSplitRequest(int reader, @Nullable String host) {
        if (!context.registeredReaders().containsKey(reader)) {
            return;
        }
        FileSplit next = oneReader && reader != 0 ? null : pending.poll();
        if (next == null) {
            context.signalNoMoreSplits(reader);
        } else {
            context.assignSplit(next, reader);
        }
    }

    @Override
    public void addSplitsBack(List<FileSplit> splits, int reader) {
        pending.addAll(splits);
    }

    @Override
    public void addReader(int reader) {
        // It asks for its splits itself.
    }

    @Override
    public PendingSplits snapshotState(long checkpointId) {
        return new PendingSplits(pending.stream().sorted(FileSplit.IN_ORDER).toList());
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
