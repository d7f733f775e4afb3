package dev.linnet.review.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks before each request: safe headers, no proxy without a password, the host's name, no request from another site, a
 * session where one is needed.
 *
 * <ul>
 *   <li>Without a password, a request that came through a proxy is refused: behind a proxy the console would be open to
 *       everyone. So is one of another user of this machine.
 *   <li>On loopback only loopback's own names are answered, and those by which a reverse proxy serves the console; so a
 *       foreign name that resolves here (DNS rebinding) reads nothing.
 *   <li>A request must not come from another site, whatever its method: see {@link RequestOrigin}.
 * </ul>
 */
public final class Guard {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String HEALTH = "/healthz";

    private final boolean isAnyHostAnswered;
    private final Set<String> allowedHosts;
    private final TrustedProxies proxies;
    private final SameUserCheck sameUserCheck = new SameUserCheck();
    private final @Nullable Sessions sessions;

    /**
     * @param onLoopback whether the console listens on loopback
     * @param allowedHosts the names by which a reverse proxy serves the console, in lower case
     * @param proxies the proxies that are trusted
     * @param sessions the sessions, or null where there is no password
     */
    public Guard(boolean onLoopback, Set<String> allowedHosts, TrustedProxies proxies, @Nullable Sessions sessions) {
        this.isAnyHostAnswered = !onLoopback && allowedHosts.isEmpty();
        this.allowedHosts = Set.copyOf(allowedHosts);
        this.proxies = proxies;
        this.sessions = sessions;
    }

    /** Refuses what must not go on. */
    public void check(Context ctx) {
        boolean isSecure = proxies.isSecure(ctx);
        addHeaders(ctx, isSecure);
        if (sessions == null) {
            refuseProxies(ctx);
            if (!ctx.path().equals(HEALTH)) {
                sameUserCheck.check(ctx);
            }
        }
        checkHost(ctx);
        refusal(ctx, isSecure).ifPresent(why -> {
            throw new ForbiddenResponse(why);
        });
        if (sessions != null && !isOpenToAll(ctx.path()) && !hasSession(sessions, ctx)) {
            throw new LoginNeededException();
        }
    }

    private static void addHeaders(Context ctx, boolean isSecure) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Cache-Control", "no-store")
                .header("Vary", "HX-Request");
        if (isSecure) {
            ctx.header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static void refuseProxies(Context ctx) {
        ProxyDetector.first(ctx.req().getProtocol(), Collections.list(ctx.req().getHeaderNames()))
                .ifPresent(sign -> {
                    throw new ForbiddenResponse(
                            "This request came through a proxy (" + sign + "), and this console has no"
                                    + " password: it would be open to everyone whom the proxy lets in. Set console.password in"
                                    + " linnet.yaml, and see 'Behind a reverse proxy' in docs/console.md.");
                });
    }

    private void checkHost(Context ctx) {
        String name = RequestOrigin.hostName(ctx.header("Host"));
        if (!isAnyHostAnswered && !RequestOrigin.isLoopbackName(name) && !allowedHosts.contains(name)) {
            throw new ForbiddenResponse(
                    "This console does not answer to that host name. Open it by the address that was"
                            + " printed at its start. If a reverse proxy serves it, put the name into console.allowed-hosts in"
                            + " linnet.yaml.");
        }
    }

    private static Optional<String> refusal(Context ctx, boolean isSecure) {
        return new RequestOrigin(
                        ctx.req().getMethod(),
                        isSecure,
                        ctx.header("Host"),
                        ctx.header("Origin"),
                        ctx.header("Sec-Fetch-Site"),
                        ctx.header("Sec-Fetch-Mode"),
                        ctx.header("Sec-Fetch-Dest"))
                .refusal();
    }

    /** What the page does by itself, without the reviewer, does not extend the session. */
    private static boolean hasSession(Sessions sessions, Context ctx) {
        String id = ctx.cookie(Sessions.COOKIE);
        boolean isAutomatic = ctx.path().equals("/live") || ctx.header("X-Refresh") != null;
        return isAutomatic ? sessions.isOpen(id) : sessions.use(id);
    }

    private static boolean isOpenToAll(String path) {
        return path.equals("/login") || path.equals(HEALTH) || path.startsWith("/assets/");
    }
}
