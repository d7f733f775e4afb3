package dev.linnet.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QueueSettingsTest {
    @Test
    void messagesShowNoLogin() {
        assertThat(QueueSettings.of("jdbc:postgresql://ana:s3/c?ret@host/linnet?password=s3cret", null, null))
                .hasToString("QueueSettings[jdbc:postgresql://***@host/linnet]");
        assertThat(QueueSettings.of("jdbc:postgresql://host/linnet?password=s3cret", "ana", "s3cret"))
                .hasToString("QueueSettings[jdbc:postgresql://host/linnet]");
        assertThatThrownBy(() -> QueueSettings.of("jdbc:mysql://ana:s3cret@host/linnet", null, null))
                .hasMessageContaining("jdbc:mysql://***@host/linnet")
                .hasMessageNotContaining("s3cret");
    }
}
