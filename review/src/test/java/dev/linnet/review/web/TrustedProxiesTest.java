package dev.linnet.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(List.of("127.0.0.1", "::1", "10.1.0.0/16", "fd00::/8"));

    @Test
    void clientIsTheLastAddressThatIsNoProxy() {
        assertThat(client("127.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("127.0.0.1", "1.1.1.1, 2.2.2.2,203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("127.0.0.1", "1.1.1.1, 203.0.113.9, 10.1.2.3")).isEqualTo("203.0.113.9");
        assertThat(client("127.0.0.1", "1.1.1.1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("fd00::7", "[2001:db8::1]:4711")).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void clientOnThisMachineStaysThisMachine() {
        assertThat(client("127.0.0.1", "1.1.1.1, 127.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void nobodyElseIsBelieved() {
        assertThat(client("203.0.113.9", "1.1.1.1")).isEqualTo("203.0.113.9");
        assertThat(client("10.2.0.1", "1.1.1.1")).isEqualTo("10.2.0.1");
        assertThat(client("127.0.0.2", "1.1.1.1")).isEqualTo("127.0.0.2");
    }

    @Test
    void nonsenseIsNoAddress() {
        assertThat(client("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(client("127.0.0.1", "", " , ,")).isEqualTo("127.0.0.1");
        assertThat(client("127.0.0.1", "1.1.1.1, unknown")).isEqualTo("127.0.0.1");
        assertThat(client("127.0.0.1", "1.1.1.1, evil.example")).isEqualTo("127.0.0.1");
    }

    @Test
    void lastProxySaysWhetherItWasHttps() {
        assertThat(TrustedProxies.saysHttps(List.of("https"))).isTrue();
        assertThat(TrustedProxies.saysHttps(List.of("http, HTTPS"))).isTrue();
        assertThat(TrustedProxies.saysHttps(List.of("https, http"))).isFalse();
        assertThat(TrustedProxies.saysHttps(List.of())).isFalse();
    }

    @Test
    void wrongRangesAreNamed() {
        for (String wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.1-10.0.0.9", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TrustedProxies(List.of(wrong)))
                    .withMessageContaining("'" + wrong + "'");
        }
    }

    @Test
    void signsOfProxiesAreRecognized() {
        for (String name : List.of(
                "Forwarded",
                "X-Forwarded-For",
                "x-forwarded-anything",
                "X-Real-IP",
                "VIA",
                "X-Original-URL",
                "CF-Connecting-IP",
                "CF-Ray",
                "True-Client-IP",
                "Cdn-Loop",
                "X-Envoy-External-Address")) {
            assertThat(ProxyDetector.first("HTTP/1.1", List.of("Host", name)))
                    .as(name)
                    .contains("the header " + name);
        }
        assertThat(ProxyDetector.first("HTTP/1.0", List.of("Host"))).contains("the protocol HTTP/1.0");
        assertThat(ProxyDetector.first(
                        "HTTP/1.1", List.of("Host", "Accept", "Cookie", "X-Refresh", "X-Requested-With")))
                .isEmpty();
    }

    private String client(String peer, String... forwardedFor) {
        InetAddress address = IpLiteral.parse(peer).orElseThrow();
        return proxies.client(address, List.of(forwardedFor)).getHostAddress();
    }
}
