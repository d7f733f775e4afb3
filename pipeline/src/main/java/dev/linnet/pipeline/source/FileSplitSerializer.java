package dev.linnet.pipeline.source;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Writes a split for a checkpoint. */
final class FileSplitSerializer implements SimpleVersionedSerializer<FileSplit> {
    static final FileSplitSerializer INSTANCE = new FileSplitSerializer();

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(FileSplit split) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(128);
        write(split, out);
        return out.getCopyOfBuffer();
    }

    @Override
    public FileSplit deserialize(int version, byte[] bytes) throws IOException {
        requireVersion(version);
        return read(new DataInputDeserializer(bytes));
    }

    static void requireVersion(int version) throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "The checkpoint holds file splits of version " + version + "; this Linnet reads version " + VERSION
                            + ". Start without it, or with the Linnet that wrote it.");
        }
    }

    static void write(FileSplit split, DataOutputView out) throws IOException {
        out.writeUTF(split.path());
        out.writeInt(split.order());
        out.writeLong(split.start());
        out.writeLong(split.end());
        out.writeLong(split.position());
    }

    static FileSplit read(DataInputView in) throws IOException {
        return new FileSplit(in.readUTF(), in.readInt(), in.readLong(), in.readLong(), in.readLong());
    }
}
