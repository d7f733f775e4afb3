package dev.linnet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class InfluxServerITCase {
    @Test
    void dataOutlivesAKill() {
        try (InfluxServer server = InfluxServer.start()) {
            server.createDatabase("d");
            server.write("d", "m,k=v f=1.5,i=7i,s=\"a b\",b=true 1500000000123456789\n");
            server.kill();
            assertThatThrownBy(() -> server.query("d", "SELECT * FROM m")).hasMessageContaining("cannot be reached");
            server.restart();

            assertThat(server.query("d", "SELECT * FROM m GROUP BY k"))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.series()).isEqualTo("m");
                        assertThat(row.tags()).containsEntry("k", "v");
                        assertThat(row.count("time")).isEqualTo(1500000000123456789L);
                        assertThat(row.number("f")).isEqualTo(1.5);
                        assertThat(row.count("i")).isEqualTo(7);
                        assertThat(row.text("s")).isEqualTo("a b");
                        assertThat(row.values()).containsEntry("b", true);
                    });
        }
    }

    @Test
    void aServerWithALoginRefusesStrangers() {
        try (InfluxServer server = InfluxServer.with().login("admin", "secret").start()) {
            server.createDatabase("d");
            InfluxClient stranger = new InfluxClient(URI.create(server.url()), null, null);
            assertThatThrownBy(() -> stranger.write("d", "m f=1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("401");
        }
    }
}
