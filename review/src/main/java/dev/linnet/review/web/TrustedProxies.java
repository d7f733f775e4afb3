package dev.linnet.review.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The reverse proxies whose word is taken for who the client is and whether it speaks TLS. From anybody else {@code
 * X-Forwarded-For} and {@code X-Forwarded-Proto} are ignored, because anybody can send them.
 */
public final class TrustedProxies {
    private final List<AddressRange> ranges;

    /**
     * @param addresses addresses or ranges, such as {@code 127.0.0.1} and {@code 10.0.0.0/8}
     * @throws IllegalArgumentException when a text is neither
     */
    public TrustedProxies(List<String> addresses) {
        ranges = addresses.stream()
                .map(text -> AddressRange.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "a trusted proxy is an address or range such as 10.0.0.0/8, not '" + text + "'")))
                .toList();
    }

    /** Whether the address is that of a trusted proxy. */
    public boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** The client that a request comes from. */
    public ClientNetwork client(Context ctx) {
        return IpLiteral.parse(ctx.req().getRemoteAddr())
                .map(peer -> ClientNetwork.of(client(peer, headers(ctx, "X-Forwarded-For"))))
                .orElseGet(() -> ClientNetwork.of(ctx.req().getRemoteAddr()));
    }

    /** Whether the browser speaks TLS, to the console or to a trusted proxy. */
    public boolean isSecure(Context ctx) {
        return ctx.req().isSecure()
                || IpLiteral.parse(ctx.req().getRemoteAddr())
                        .filter(peer -> contains(peer) && saysHttps(headers(ctx, "X-Forwarded-Proto")))
                        .isPresent();
    }

    /**
     * The address of a client: the one that the proxies saw. The last entry of {@code X-Forwarded-For} was written by the proxy that is
     * connected, so it counts if that one is trusted; the entry before it counts if the last one is a trusted proxy, and so on. A
     * client on this machine stays this machine, whatever it writes: loopback is where a proxy runs, and where it is not seen from.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the values of the header's lines, in their order
     */
    InetAddress client(InetAddress peer, List<String> forwardedFor) {
        InetAddress client = peer;
        List<String> hops = values(forwardedFor);
        Collections.reverse(hops);
        for (String hop : hops) {
            boolean isSeenFromOwnMachine = client != peer && client.isLoopbackAddress();
            if (!contains(client) || isSeenFromOwnMachine) {
                break;
            }
            Optional<InetAddress> address = IpLiteral.parse(hop);
            if (address.isEmpty()) {
                break;
            }
            client = address.get();
        }
        return client;
    }

    /** Whether the last proxy says that it was asked by https. */
    static boolean saysHttps(List<String> forwardedProto) {
        List<String> values = values(forwardedProto);
        return !values.isEmpty() && values.get(values.size() - 1).equalsIgnoreCase("https");
    }

    private static List<String> values(List<String> lines) {
        List<String> values = new ArrayList<>();
        for (String value : String.join(",", lines).split(",")) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    private static List<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }
}
