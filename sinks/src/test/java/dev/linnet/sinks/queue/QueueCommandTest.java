package dev.linnet.sinks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class QueueCommandTest {
    @Test
    void needsNoGenericSerializer() throws IOException {
        TypeInformation<QueueCommand> type = TypeInformation.of(QueueCommand.class);
        assertThat(type).isInstanceOf(PojoTypeInfo.class);

        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        TypeSerializer<QueueCommand> serializer = type.createSerializer(config);
        for (QueueCommand command : Commands.all()) {
            DataOutputSerializer out = new DataOutputSerializer(256);
            serializer.serialize(command, out);
            assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                    .isEqualTo(command);
        }
    }
}
