package dev.linnet.pipeline.source;

import java.util.Map;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;

/** Passes on what the fetching thread has read, and remembers for the checkpoint how far that was. */
final class FileRecordReader
        extends SingleThreadMultiplexSourceReaderBase<Chunk, RawBatch, FileSplit, FileRecordReader.Progress> {

    FileRecordReader(SourceReaderContext context, ReadSettings settings) {
        super(() -> new FileSplitReader(settings), FileRecordReader::emit, context.getConfiguration(), context);
    }

    /** How far a split has been passed on. */
    static final class Progress {
        private final FileSplit split;
        private long position;

        Progress(FileSplit split) {
            this.split = split;
            this.position = split.position();
        }
    }

    @Override
    public void start() {
        if (getNumberOfCurrentlyAssignedSplits() == 0) {
            context.sendSplitRequest();
        }
    }

    @Override
    protected void onSplitFinished(Map<String, Progress> finished) {
        if (getNumberOfCurrentlyAssignedSplits() == 0) {
            context.sendSplitRequest();
        }
    }

    @Override
    protected Progress initializedState(FileSplit split) {
        return new Progress(split);
    }

    @Override
    protected FileSplit toSplitType(String splitId, Progress progress) {
        return progress.split.at(progress.position);
    }

    private static void emit(Chunk chunk, SourceOutput<RawBatch> output, Progress progress) {
        output.collect(chunk.batch());
        progress.position = chunk.next();
    }
}
