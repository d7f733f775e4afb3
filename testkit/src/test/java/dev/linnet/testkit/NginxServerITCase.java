package dev.linnet.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class NginxServerITCase {
    @Test
    void servesWhatItIsConfiguredFor() throws Exception {
        try (NginxServer nginx =
                NginxServer.start(port -> "server { listen 127.0.0.1:" + port + "; return 200 'it runs'; }")) {
            URI address = URI.create("http://127.0.0.1:" + nginx.port());
            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                            .body())
                    .isEqualTo("it runs");
        }
    }

    @Test
    void mistakeInTheConfigurationIsNamed() {
        assertThatThrownBy(() -> NginxServer.start(port -> "server { lissen " + port + "; }"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unknown directive \"lissen\"");
    }
}
