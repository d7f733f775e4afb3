package dev.linnet.review.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes requests that came through a proxy, by what proxies add to them. A proxy that speaks HTTP/1.1 and adds no header
 * is not recognized here; {@link SameUserCheck} refuses it by its user.
 */
final class ProxyDetector {
    private static final Set<String> HEADERS = Set.of(
            "forwarded",
            "forwarded-for",
            "via",
            "cdn-loop",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "x-proxyuser-ip",
            "x-amzn-trace-id",
            "true-client-ip",
            "fastly-client-ip");
    private static final List<String> PREFIXES = List.of("x-forwarded", "x-original-", "x-envoy-", "cf-");

    private ProxyDetector() {}

    /**
     * The first sign of a proxy.
     *
     * @param protocol the request's protocol; nginx before 1.29.7 speaks HTTP/1.0 to what is behind it, and browsers do not
     * @param headerNames the names of its headers
     */
    static Optional<String> first(String protocol, Collection<String> headerNames) {
        if (protocol.equalsIgnoreCase("HTTP/1.0")) {
            return Optional.of("the protocol HTTP/1.0");
        }
        return headerNames.stream()
                .filter(name -> isSign(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(name -> "the header " + name);
    }

    private static boolean isSign(String name) {
        return HEADERS.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
