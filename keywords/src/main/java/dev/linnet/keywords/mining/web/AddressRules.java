package dev.linnet.keywords.mining.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses may be connected to: the public internet, and this machine where the user allows it. Private, link-local
 * (cloud metadata), shared, reserved and multicast addresses are refused, also when wrapped in IPv6 (mapped, compatible,
 * NAT64, 6to4, Teredo).
 */
final class AddressRules {
    private final boolean allowLoopback;

    AddressRules(boolean allowLoopback) {
        this.allowLoopback = allowLoopback;
    }

    boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return allowLoopback;
        }
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? allowsV4(bytes) : allowsV6((Inet6Address) address, bytes);
    }

    private static boolean allowsV4(byte[] b) {
        int first = b[0] & 0xFF;
        int second = b[1] & 0xFF;
        boolean shared = first == 100 && (second & 0xC0) == 64;
        boolean special =
                first == 192 && second == 0 && (b[2] == 0 || b[2] == 2) || first == 192 && second == 88 && b[2] == 99;
        // Looks public, but inside Azure it is the host that hands out machines' secrets.
        boolean azureHost = first == 168 && second == 63 && (b[2] & 0xFF) == 129 && b[3] == 16;
        boolean testing = first == 198 && (second & 0xFE) == 18
                || first == 198 && second == 51 && b[2] == 100
                || first == 203 && second == 0 && b[2] == 113;
        return first != 0 && first < 224 && !shared && !special && !azureHost && !testing;
    }

    private boolean allowsV6(Inet6Address address, byte[] b) {
        int first = b[0] & 0xFF;
        int second = b[1] & 0xFF;
        if (address.isIPv4CompatibleAddress() || startsWith(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF)) {
            return allowsWrapped(b, 12);
        }
        if (startsWith(b, 0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return allowsWrapped(b, 12);
        }
        if (first == 0x20 && second == 0x02) {
            return allowsWrapped(b, 2);
        }
        boolean uniqueLocal = (first & 0xFE) == 0xFC;
        // 2001::/23: Teredo, benchmarking, ORCHID.
        boolean protocol = startsWith(b, 0x20, 0x01) && (b[2] & 0xFE) == 0;
        boolean documentation =
                startsWith(b, 0x20, 0x01, 0x0D, 0xB8) || startsWith(b, 0x3F, 0xFF) && (b[2] & 0xF0) == 0;
        return !uniqueLocal && !protocol && !documentation && (first & 0xE0) == 0x20;
    }

    private boolean allowsWrapped(byte[] bytes, int from) {
        try {
            return allows(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
