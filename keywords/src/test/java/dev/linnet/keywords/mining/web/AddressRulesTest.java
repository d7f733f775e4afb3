package dev.linnet.keywords.mining.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "0.0.0.0",
                "0.1.2.3",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "fec0::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:a00:1::",
                "2001:0:1::",
                "2001:db8::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1:a00:1::808:808",
                "2001:2::1",
                "2001:20::1",
                "3fff::1",
                "192.88.99.1",
                "168.63.129.16"
            })
    void addressThatIsNotPublicIsRefused(String address) throws UnknownHostException {
        assertThat(new AddressRules(false).allows(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"})
    void thisMachineIsRefusedUnlessAllowed(String address) throws UnknownHostException {
        assertThat(new AddressRules(false).allows(InetAddress.getByName(address)))
                .isFalse();
        assertThat(new AddressRules(true).allows(InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "2606:4700::1",
                "64:ff9b::8.8.8.8"
            })
    void publicAddressIsAllowed(String address) throws UnknownHostException {
        assertThat(new AddressRules(false).allows(InetAddress.getByName(address)))
                .isTrue();
    }
}
