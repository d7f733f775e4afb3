package dev.linnet.review.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks before each request: safe headers, the host's name, no request from another site, a session where one is
 * needed.
 *
 * <ul>
 *   <li>On loopback only loopback's own names are answered, so that a foreign name that resolves here (DNS rebinding)
 *       reads nothing.
 *   <li>A request that changes something must come from the console's own pages. Browsers say so by {@code
 *       Sec-Fetch-Site}, and older ones by {@code Origin}; a client that sends neither is no browser, and carries no one's
 *       cookie by accident.
 * </ul>
 */
public final class Guard {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final boolean onLoopback;
    private final @Nullable Sessions sessions;

    /**
     * @param onLoopback whether the console listens on loopback
     * @param sessions the sessions, or null where there is no password
     */
    public Guard(boolean onLoopback, @Nullable Sessions sessions) {
        this.onLoopback = onLoopback;
        this.sessions = sessions;
    }

    /** Refuses what must not go on. */
    public void check(Context ctx) {
        addHeaders(ctx);
        if (onLoopback && !isLoopbackName(hostName(ctx.header("Host")))) {
            throw new ForbiddenResponse(
                    "This console answers to localhost only. Open it by the address that was printed at its start.");
        }
        if (!SAFE_METHODS.contains(ctx.req().getMethod()) && !isSameOrigin(ctx)) {
            throw new ForbiddenResponse("This request came from another site. Nothing was changed.");
        }
        if (sessions != null && !isOpenToAll(ctx.path()) && !hasSession(sessions, ctx)) {
            throw new LoginNeededException();
        }
    }

    private static void addHeaders(Context ctx) {
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Cache-Control", "no-store")
                .header("Vary", "HX-Request");
    }

    private static boolean isSameOrigin(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = ctx.header("Origin");
        if (origin == null) {
            return true;
        }
        String host = ctx.header("Host");
        return host != null && host.equalsIgnoreCase(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What the page does by itself, without the reviewer, does not extend the session. */
    private static boolean hasSession(Sessions sessions, Context ctx) {
        String id = ctx.cookie(Sessions.COOKIE);
        boolean isAutomatic = ctx.path().equals("/live") || ctx.header("X-Refresh") != null;
        return isAutomatic ? sessions.isOpen(id) : sessions.use(id);
    }

    private static boolean isOpenToAll(String path) {
        return path.equals("/login") || path.equals("/healthz") || path.startsWith("/assets/");
    }

    private static String hostName(@Nullable String host) {
        if (host == null) {
            return "";
        }
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return (end > 0 ? host.substring(0, end) : host).toLowerCase(Locale.ROOT);
    }

    /** Whether a name or literal address means this machine without asking any name server. */
    public static boolean isLoopbackName(String name) {
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.equals("::1")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
