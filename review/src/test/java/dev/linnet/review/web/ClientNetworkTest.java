package dev.linnet.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {
    @Test
    void loopbackIsOneClient() {
        assertThat(of("127.0.0.1")).isEqualTo(of("127.9.9.9")).isEqualTo(of("::1"));
        assertThat(of("127.0.0.1").isLoopback()).isTrue();
        assertThat(of("10.0.0.1").isLoopback()).isFalse();
    }

    @Test
    void eachV4AddressIsOneClientAlsoWhenWrittenAsV6() {
        assertThat(of("198.51.100.1")).isNotEqualTo(of("198.51.100.2"));
        assertThat(of("::ffff:198.51.100.1")).isEqualTo(of("198.51.100.1"));
    }

    @Test
    void v6BlockOf64IsOneClient() {
        assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertThat(of("2001:db8:1:2::1")).isNotEqualTo(of("2001:db8:1:3::1"));
    }

    @Test
    void literalsAreReadWithPortAndBracketsAndNamesAreNot() {
        assertThat(of("198.51.100.1:4711")).isEqualTo(of("198.51.100.1"));
        assertThat(of("[2001:db8::1]:4711")).isEqualTo(of("2001:db8::1"));
        for (String text :
                new String[] {"", "localhost", "1.2.3", "1.2.3.4.5", "256.1.1.1", "abc", "unknown", "_hidden"}) {
            assertThat(IpLiteral.parse(text)).as(text).isEmpty();
        }
        assertThat(IpLiteral.parse("1:2:3")).isEmpty();
        assertThat(IpLiteral.parse(":::")).isEmpty();
    }

    private static ClientNetwork of(String literal) {
        return ClientNetwork.of(IpLiteral.parse(literal).orElseThrow());
    }
}
