package dev.linnet.review.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may come from another site, by what the browser says about it. It knows no server library, so that
 * other pages can use the same rule.
 *
 * <ul>
 *   <li>An {@code Origin} must be the server's own: scheme, host and port.
 *   <li>{@code Sec-Fetch-Site} must be {@code same-origin} or {@code none} (typed, or a bookmark). Following a link from
 *       another site is allowed too: a GET that navigates a whole page.
 *   <li>A client that sends neither header is no browser of today, and has nobody's cookie by accident.
 * </ul>
 *
 * @param method the request's method
 * @param isSecure whether the browser speaks TLS, to this server or to a proxy before it
 * @param host the header {@code Host}
 * @param origin the header {@code Origin}
 * @param fetchSite the header {@code Sec-Fetch-Site}
 * @param fetchMode the header {@code Sec-Fetch-Mode}
 * @param fetchDest the header {@code Sec-Fetch-Dest}
 */
public record RequestOrigin(
        String method,
        boolean isSecure,
        @Nullable String host,
        @Nullable String origin,
        @Nullable String fetchSite,
        @Nullable String fetchMode,
        @Nullable String fetchDest) {
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    /** Why the request is refused, as a sentence for the user; empty when it may go on. */
    public Optional<String> refusal() {
        if (origin != null && !isOwn(origin)) {
            return Optional.of(
                    "This request came from another site, so nothing was changed. If a reverse proxy serves this page,"
                            + " it has to pass on Host, and X-Forwarded-Proto when it speaks https, and its address has to be in"
                            + " console.trusted-proxies.");
        }
        if (fetchSite != null && !OWN_SITE.contains(fetchSite) && !isNavigation()) {
            return Optional.of("This request came from another site. Nothing was changed.");
        }
        return Optional.empty();
    }

    /** The name in a {@code Host} header, in lower case, without the port; empty when there is none. */
    public static String hostName(@Nullable String host) {
        if (host == null) {
            return "";
        }
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return (end > 0 ? host.substring(0, end) : host).toLowerCase(Locale.ROOT);
    }

    /** Whether a name or literal address means this machine, without asking any name server. */
    public static boolean isLoopbackName(String name) {
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.equals("::1")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private boolean isNavigation() {
        return method.equals("GET") && origin == null && "navigate".equals(fetchMode) && "document".equals(fetchDest);
    }

    private boolean isOwn(String from) {
        String scheme = isSecure ? "https" : "http";
        try {
            URI theirs = new URI(from);
            URI ours = new URI(scheme + "://" + host);
            return scheme.equalsIgnoreCase(theirs.getScheme())
                    && theirs.getHost() != null
                    && theirs.getHost().equalsIgnoreCase(ours.getHost())
                    && port(theirs) == port(ours);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private int port(URI address) {
        int standard = isSecure ? 443 : 80;
        return address.getPort() < 0 ? standard : address.getPort();
    }
}
