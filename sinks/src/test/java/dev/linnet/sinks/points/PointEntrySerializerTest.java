package dev.linnet.sinks.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

class PointEntrySerializerTest {
    @Test
    void entriesComeBackAsTheyWere() throws Exception {
        List<PointEntry> entries = Arrays.asList(
                PointEntry.write("post", 1, "post f=1 1"),
                PointEntry.write("post", 2, "post t=\"" + "ü".repeat(70_000) + "\" 2"),
                PointEntry.delete("post", -3),
                PointEntry.refused("post", 4, "nothing in it"),
                PointEntry.tick());
        PointEntrySerializer serializer = new PointEntrySerializer();

        byte[] bytes = serializer.serialize(new BufferedRequestState<>(entries.stream()
                .map(e -> new RequestEntryWrapper<>(e, e.size()))
                .toList()));
        BufferedRequestState<PointEntry> back = serializer.deserialize(serializer.getVersion(), bytes);

        assertThat(back.getBufferedRequestEntries())
                .extracting(RequestEntryWrapper::getRequestEntry)
                .containsExactlyElementsOf(entries);
    }
}
