package dev.linnet.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.parse.RecordParser;
import dev.linnet.pipeline.post.PostEvent;
import dev.linnet.queue.KeptRecord;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTypesTest {
    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        Configuration withoutGenericTypes = new Configuration();
        withoutGenericTypes.set(PipelineOptions.GENERIC_TYPES, false);
        return TypeInformation.of(type).createSerializer(new SerializerConfigImpl(withoutGenericTypes));
    }

    @ParameterizedTest
    @ValueSource(classes = {RawBatch.class, ReadProblem.class, PostEvent.class, StageDelta.class, KeptRecord.class})
    void streamTypeNeedsNoKryo(Class<?> type) {
        assertThatCode(() -> serializer(type)).doesNotThrowAnyException();
    }

    @Test
    void eventsComeBackAsTheyWent() throws Exception {
        TypeSerializer<PostEvent> serializer = serializer(PostEvent.class);
        for (String line : new String[] {Lines.post(3), Lines.delete(4)}) {
            byte[] record = Lines.utf8(line);
            PostEvent event = new RecordParser().parse(record, 0, record.length).requireEvent();
            DataOutputSerializer out = new DataOutputSerializer(64);
            serializer.serialize(event, out);

            assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                    .isEqualTo(event);
        }
    }
}
