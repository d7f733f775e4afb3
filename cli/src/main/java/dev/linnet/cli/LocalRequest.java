package dev.linnet.cli;

import dev.linnet.review.web.Guard;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an HTTP request to a port of this machine came from, as its headers tell.
 *
 * @param host {@code Host}
 * @param origin {@code Origin}, which browsers send along with what a script or a form of a page asks for
 * @param fetchSite {@code Sec-Fetch-Site}: how the page that asks is related to this address
 * @param fetchMode {@code Sec-Fetch-Mode}
 * @param fetchDest {@code Sec-Fetch-Dest}
 */
public record LocalRequest(
        @Nullable String host,
        @Nullable String origin,
        @Nullable String fetchSite,
        @Nullable String fetchMode,
        @Nullable String fetchDest) {
    /**
     * Why the request is refused, or empty: its host is neither loopback nor allowed (DNS rebinding), or a page of another site sent
     * it. Following a link from another site is no reason.
     */
    public Optional<String> refusal(Set<String> allowedHosts) {
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
        if (!allowedHosts.contains(name) && !Guard.isLoopbackName(name)) {
            return Optional.of("This address answers to localhost only.");
        }
        if (origin != null && !origin.equals("http://" + host) || isSentByOtherSite()) {
            return Optional.of("This request came from another site.");
        }
        return Optional.empty();
    }

    private boolean isSentByOtherSite() {
        if (fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none")) {
            return false;
        }
        return !"navigate".equals(fetchMode) || !"document".equals(fetchDest);
    }
}
