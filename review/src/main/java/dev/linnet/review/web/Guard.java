package dev.linnet.review.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The checks before each request: safe headers, the host's name, no request from another site, a session where one is
 * needed.
 *
 * <ul>
 *   <li>On loopback only loopback's own names are answered, so that a foreign name that resolves here (DNS rebinding)
 *       reads nothing.
 *   <li>A request must not come from another site, whatever its method: see {@link RequestOrigin}.
 * </ul>
 */
public final class Guard {
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
        if (onLoopback && !RequestOrigin.isLoopbackName(RequestOrigin.hostName(ctx.header("Host")))) {
            throw new ForbiddenResponse(
                    "This console answers to localhost only. Open it by the address that was printed at its start.");
        }
        refusal(ctx).ifPresent(why -> {
            throw new ForbiddenResponse(why);
        });
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

    private static Optional<String> refusal(Context ctx) {
        return new RequestOrigin(
                        ctx.req().getMethod(),
                        ctx.req().isSecure(),
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
        return path.equals("/login") || path.equals("/healthz") || path.startsWith("/assets/");
    }
}
