package dev.linnet.sinks.points;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;

/** Entries that were not acknowledged, as bytes in a checkpoint. */
final class PointEntrySerializer extends AsyncSinkWriterStateSerializer<PointEntry> {
    private static final int VERSION = 1;
    private static final PointEntry.Kind[] KINDS = PointEntry.Kind.values();

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    protected void serializeRequestToStream(PointEntry entry, DataOutputStream out) throws IOException {
        out.writeByte(entry.kind().ordinal());
        out.writeUTF(entry.measurement());
        out.writeLong(entry.time());
        byte[] line = entry.line().getBytes(StandardCharsets.UTF_8);
        out.writeInt(line.length);
        out.write(line);
    }

    @Override
    protected PointEntry deserializeRequestFromStream(long size, DataInputStream in) throws IOException {
        PointEntry.Kind kind = KINDS[in.readByte()];
        String measurement = in.readUTF();
        long time = in.readLong();
        byte[] line = in.readNBytes(in.readInt());
        return new PointEntry(kind, measurement, time, new String(line, StandardCharsets.UTF_8));
    }
}
