package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ConsoleSettingsTest {
    private static final ConsoleSettings LOCAL = ConsoleSettings.local();

    @Test
    void localIsLoopbackWithoutPassword() {
        assertThat(LOCAL.host()).isEqualTo("127.0.0.1");
        assertThat(LOCAL.password()).isNull();
        assertThat(LOCAL.toString()).contains("password=none");
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOCAL.withPort(70_000))
                .withMessageContaining("70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOCAL.withHost(" "))
                .withMessageContaining("host");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOCAL.withPassword(""))
                .withMessageContaining("password");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOCAL.withPassword("seven77"))
                .withMessageContaining("at least 8 characters")
                .withMessageNotContaining("seven77");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsoleSettings("localhost", 0, null, " ", "Linnet", 20))
                .withMessageContaining("reviewer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConsoleSettings("localhost", 0, null, "ana", "Linnet", 0))
                .withMessageContaining("daily budget");
    }
}
