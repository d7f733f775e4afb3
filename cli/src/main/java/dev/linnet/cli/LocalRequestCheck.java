package dev.linnet.cli;

import dev.linnet.review.web.RequestOrigin;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rule for HTTP requests to Linnet's ports beside the console: made to an allowed name, and by no page of another site. */
public final class LocalRequestCheck {
    private LocalRequestCheck() {}

    /**
     * Why a request is refused, as a sentence for the user; empty when it may go on.
     *
     * @param path the address asked for, without its query: another site may link to pages, and not to what is behind them
     * @param headers gives a header's value, or null when it is missing
     * @param allowedHosts the host names that are answered beside loopback's, in lower case
     */
    public static Optional<String> refusal(
            String method, String path, UnaryOperator<@Nullable String> headers, Set<String> allowedHosts) {
        String host = headers.apply("Host");
        String name = RequestOrigin.hostName(host);
        if (!RequestOrigin.isLoopbackName(name) && !allowedHosts.contains(name)) {
            return Optional.of("This address does not answer to that host name. Open it as localhost.");
        }
        boolean isPage = path.equals("/") || path.endsWith(".html");
        String origin = headers.apply("Origin");
        // Whether a proxy before it speaks TLS is not known here; host and port must be equal all the same.
        boolean isSecure = origin != null && origin.startsWith("https:");
        return new RequestOrigin(
                        method,
                        isSecure,
                        host,
                        origin,
                        headers.apply("Sec-Fetch-Site"),
                        isPage ? headers.apply("Sec-Fetch-Mode") : null,
                        headers.apply("Sec-Fetch-Dest"))
                .refusal();
    }
}
