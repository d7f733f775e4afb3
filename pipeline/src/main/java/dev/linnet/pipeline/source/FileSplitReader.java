package dev.linnet.pipeline.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads splits one after the other on the fetching thread: there unpacking and waiting hold up nobody. */
final class FileSplitReader implements SplitReader<Chunk, FileSplit> {
    private static final Logger LOG = LoggerFactory.getLogger(FileSplitReader.class);
    private static final RecordsWithSplitIds<Chunk> NOTHING = new RecordsBySplits<>(Map.of(), Set.of());

    private final ReadSettings settings;
    private final @Nullable PacedChunks paced;
    private final Queue<FileSplit> splits = new ArrayDeque<>();
    private final Object alarm = new Object();
    private boolean woken;
    private @Nullable FileSplit current;
    private @Nullable LineChunks chunks;

    FileSplitReader(ReadSettings settings) {
        this.settings = settings;
        this.paced = settings.isPaced() ? new PacedChunks(new Pacer(settings.speed())) : null;
    }

    @Override
    public RecordsWithSplitIds<Chunk> fetch() throws IOException {
        FileSplit split = current == null ? splits.poll() : current;
        if (split == null) {
            return NOTHING;
        }
        current = split;
        return paced == null ? fetchNow(split) : fetchPaced(split, paced);
    }

    @Override
    public void handleSplitsChanges(SplitsChange<FileSplit> change) {
        if (!(change instanceof SplitsAddition)) {
            throw new UnsupportedOperationException("Splits are only added, never taken away: " + change);
        }
        splits.addAll(change.splits());
    }

    @Override
    public void wakeUp() {
        synchronized (alarm) {
            woken = true;
            alarm.notifyAll();
        }
    }

    @Override
    public void close() throws IOException {
        if (chunks != null) {
            chunks.close();
        }
    }

    private RecordsWithSplitIds<Chunk> fetchNow(FileSplit split) throws IOException {
        Chunk chunk = read(split);
        return chunk == null ? finish(split) : records(split, chunk);
    }

    private RecordsWithSplitIds<Chunk> fetchPaced(FileSplit split, PacedChunks waiting) throws IOException {
        if (waiting.isEmpty()) {
            Chunk next = read(split);
            if (next == null) {
                return finish(split);
            }
            waiting.put(next);
        }
        Chunk due = waiting.take(System.nanoTime());
        while (due == null) {
            if (!sleepUntil(waiting.dueNanos())) {
                return NOTHING;
            }
            due = waiting.take(System.nanoTime());
        }
        return records(split, due);
    }

    /** Waits; false if it was woken before. */
    private boolean sleepUntil(long dueNanos) throws IOException {
        synchronized (alarm) {
            try {
                long left = dueNanos - System.nanoTime();
                while (!woken && left > 0) {
                    alarm.wait(left / 1_000_000, (int) (left % 1_000_000));
                    left = dueNanos - System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the next record", e);
            }
            boolean slept = !woken;
            woken = false;
            return slept;
        }
    }

    private @Nullable Chunk read(FileSplit split) throws IOException {
        if (split.position() == FileSplit.READ) {
            return null;
        }
        if (chunks == null) {
            try {
                chunks = open(split);
            } catch (IOException | RuntimeException e) {
                return unopened(split, e);
            }
        }
        return chunks.next();
    }

    /** Tells that a file can't be opened; the split is then done. */
    private Chunk unopened(FileSplit split, Exception failure) {
        ReadProblem problem = ReadProblems.whileOpening(split.path(), failure);
        LOG.warn("{}", problem.message());
        current = split.at(FileSplit.READ);
        return new Chunk(new RawBatch(new byte[0], 0, split.path(), split.position(), problem), FileSplit.READ);
    }

    private LineChunks open(FileSplit split) throws IOException {
        Path file = Path.of(split.path());
        boolean midLine = split.start() > 0 && split.position() == split.start();
        // The byte before tells whether a line begins right here.
        long from = midLine ? split.start() - 1 : split.position();
        InputStream in = open(file, from);
        LineChunks opened =
                new LineChunks(in, split.path(), from, split.end(), settings.batchBytes(), settings.longestLine());
        if (midLine) {
            opened.skipToNextLine();
        }
        return opened;
    }

    private static InputStream open(Path file, long from) throws IOException {
        Compression compression = Compression.ofName(InputFiles.lowerCaseName(file));
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            if (compression == Compression.NONE) {
                return Channels.newInputStream(channel.position(from));
            }
            InputStream packed = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
            InputStream in = compression.unpack(packed);
            in.skipNBytes(from);
            return in;
        } catch (EOFException e) {
            channel.close();
            throw new EOFException("unexpected end of the file before byte " + from);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private RecordsWithSplitIds<Chunk> finish(FileSplit split) throws IOException {
        close();
        chunks = null;
        current = null;
        return new RecordsBySplits<>(Collections.emptyMap(), Set.of(split.splitId()));
    }

    private static RecordsWithSplitIds<Chunk> records(FileSplit split, Chunk chunk) {
        return new RecordsBySplits<>(Map.of(split.splitId(), List.of(chunk)), Set.of());
    }
}
