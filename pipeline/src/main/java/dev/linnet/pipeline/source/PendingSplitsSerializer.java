package dev.linnet.pipeline.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes the enumerator's splits for a checkpoint. */
final class PendingSplitsSerializer implements SimpleVersionedSerializer<PendingSplits> {
    static final PendingSplitsSerializer INSTANCE = new PendingSplitsSerializer();

    @Override
    public int getVersion() {
        return FileSplitSerializer.INSTANCE.getVersion();
    }

    @Override
    public byte[] serialize(PendingSplits pending) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(256);
        out.writeInt(pending.splits().size());
        for (FileSplit split : pending.splits()) {
            FileSplitSerializer.write(split, out);
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public PendingSplits deserialize(int version, byte[] bytes) throws IOException {
        FileSplitSerializer.requireVersion(version);
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        int count = in.readInt();
        List<FileSplit> splits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            splits.add(FileSplitSerializer.read(in));
        }
        return new PendingSplits(splits);
    }
}
