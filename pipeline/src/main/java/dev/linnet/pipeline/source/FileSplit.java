package dev.linnet.pipeline.source;

import java.io.Serializable;
import java.util.Comparator;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A part of a file: the lines that begin in a range of its bytes. Offsets count bytes of the unpacked data.
 *
 * @param path the file, absolute
 * @param order the file's place in the order of reading
 * @param start the first byte of the range
 * @param end the byte after the range; {@link Long#MAX_VALUE} for all the rest
 * @param position where reading goes on: {@code start} at first, then the beginning of a line; {@link #READ} when all is read
 */
public record FileSplit(String path, int order, long start, long end, long position)
        implements SourceSplit, Serializable {
    /** The position of a split that has nothing more to give. */
    static final long READ = Long.MAX_VALUE;

    /** The order in which splits are read. */
    static final Comparator<FileSplit> IN_ORDER =
            Comparator.comparingInt(FileSplit::order).thenComparingLong(FileSplit::start);

    @Override
    public String splitId() {
        return order + ":" + path + "@" + start;
    }

    /** This split with another position. */
    FileSplit at(long newPosition) {
        return new FileSplit(path, order, start, end, newPosition);
    }
}
