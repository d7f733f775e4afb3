package dev.linnet.pipeline.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded source of files of JSON lines, plain, gzip or bzip2, as fast as it goes or at a multiple of the recording's own
 * speed. Plain files are read in parts by several readers. A checkpoint holds for each part the offset behind the last batch
 * that was passed on; plain files are resumed there, packed ones by unpacking up to there.
 *
 * <p>At a recording's speed one reader plays all files, so that their order in time is kept.
 */
public final class RecordFileSource
        implements Source<RawBatch, FileSplit, PendingSplits>, ResultTypeQueryable<RawBatch> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RecordFileSource.class);

    private final ArrayList<String> paths;
    private final ReadSettings settings;

    private RecordFileSource(List<String> paths, ReadSettings settings) {
        this.paths = new ArrayList<>(paths);
        this.settings = settings;
    }

    /** The files and folders that paths name; {@link InputFiles} tells which files of a folder are read. */
    public static RecordFileSource of(List<String> paths) {
        return new RecordFileSource(paths, ReadSettings.DEFAULT);
    }

    /**
     * This source at a multiple of the recorded speed.
     *
     * @param speed 1 for the recorded speed, 60 for a minute in a second; 0 for as fast as it goes
     */
    public RecordFileSource atSpeed(double speed) {
        return with(new ReadSettings(speed, settings.splitBytes(), settings.batchBytes(), settings.longestLine()));
    }

    /** This source read otherwise. */
    RecordFileSource with(ReadSettings other) {
        return new RecordFileSource(paths, other);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<FileSplit, PendingSplits> createEnumerator(SplitEnumeratorContext<FileSplit> context) {
        InputFiles.Listing listing = InputFiles.list(paths);
        LOG.info("Reading {} files; left out: {}", listing.files().size(), listing.leftOut());
        return new FileSplitEnumerator(context, splits(listing.files()), settings.isPaced());
    }

    @Override
    public SplitEnumerator<FileSplit, PendingSplits> restoreEnumerator(
            SplitEnumeratorContext<FileSplit> context, PendingSplits pending) {
        return new FileSplitEnumerator(context, pending.splits(), settings.isPaced());
    }

    @Override
    public SourceReader<RawBatch, FileSplit> createReader(SourceReaderContext context) {
        return new FileRecordReader(context, settings);
    }

    @Override
    public SimpleVersionedSerializer<FileSplit> getSplitSerializer() {
        return FileSplitSerializer.INSTANCE;
    }

    @Override
    public SimpleVersionedSerializer<PendingSplits> getEnumeratorCheckpointSerializer() {
        return PendingSplitsSerializer.INSTANCE;
    }

    @Override
    public TypeInformation<RawBatch> getProducedType() {
        return TypeInformation.of(RawBatch.class);
    }

    List<FileSplit> splits(List<Path> files) {
        List<FileSplit> splits = new ArrayList<>();
        for (int order = 0; order < files.size(); order++) {
            addSplits(files.get(order), order, splits);
        }
        return splits;
    }

    private void addSplits(Path file, int order, List<FileSplit> splits) {
        String name = file.toString();
        boolean packed = Compression.ofName(InputFiles.lowerCaseName(file)) != Compression.NONE;
        if (packed || settings.isPaced()) {
            splits.add(new FileSplit(name, order, 0, Long.MAX_VALUE, 0));
            return;
        }
        long size = size(file);
        for (long start = 0; start < size; start += settings.splitBytes()) {
            long end = start + settings.splitBytes();
            splits.add(new FileSplit(name, order, start, end >= size ? Long.MAX_VALUE : end, start));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": can't be read", e);
        }
    }
}
