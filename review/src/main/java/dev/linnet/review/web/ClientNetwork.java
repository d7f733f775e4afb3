package dev.linnet.review.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The part of the network that counts as one client: an IPv4 address, the /64 block of an IPv6 address, or this machine.
 *
 * <p>One subscriber usually has a whole /64 block, and could otherwise use a new address for each attempt.
 *
 * @param name a text that is the same for all addresses of the client
 * @param site the /48 block around an IPv6 client, which one customer can have as a whole; else the same as the name
 */
public record ClientNetwork(String name, String site) {
    private static final ClientNetwork LOOPBACK = new ClientNetwork("loopback", "loopback");
    private static final int BYTES_OF_64_BITS = 8;
    private static final int BYTES_OF_48_BITS = 6;

    /** The client that an address belongs to. */
    public static ClientNetwork of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address instanceof Inet6Address) {
            return new ClientNetwork(block(address, BYTES_OF_64_BITS), block(address, BYTES_OF_48_BITS));
        }
        return new ClientNetwork(address.getHostAddress(), address.getHostAddress());
    }

    /** The client that a literal address belongs to; a text that is no address is a client of its own. */
    public static ClientNetwork of(String address) {
        return IpLiteral.parse(address).map(ClientNetwork::of).orElseGet(() -> new ClientNetwork("unknown", "unknown"));
    }

    /** Whether this is the machine itself. */
    public boolean isLoopback() {
        return equals(LOOPBACK);
    }

    private static String block(InetAddress address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes)) + "/" + bytes * Byte.SIZE;
    }
}
