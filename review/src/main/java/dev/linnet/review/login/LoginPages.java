package dev.linnet.review.login;

import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Sessions;
import dev.linnet.review.web.TrustedProxies;
import dev.linnet.review.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Objects;
import java.util.Optional;

/** Login by password, and logout. */
public final class LoginPages {
    private final Sessions sessions;
    private final LoginThrottle throttle;
    private final TrustedProxies proxies;
    private final Views views;

    public LoginPages(Sessions sessions, LoginThrottle throttle, TrustedProxies proxies, Views views) {
        this.sessions = sessions;
        this.throttle = throttle;
        this.proxies = proxies;
        this.views = views;
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/login", ctx -> ask(ctx, ""));
        routes.post("/login", this::logIn);
        routes.post("/logout", this::logOut);
    }

    private void ask(Context ctx, String problem) {
        views.bare(ctx, new Screen("Log in", "/login", "login.jte", problem));
    }

    private void logIn(Context ctx) {
        // The body is read before the limit is checked, so that a request cannot pass the check and be counted later.
        String password = Objects.requireNonNullElse(ctx.formParam("password"), "");
        LoginThrottle.Attempt attempt = throttle.attempt(proxies.client(ctx), () -> sessions.isPassword(password));
        if (attempt.isBlocked()) {
            long seconds = attempt.retryAfter().plusMillis(999).toSeconds();
            ctx.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", Long.toString(seconds));
            ask(ctx, "Too many wrong passwords. Wait a minute, then try again.");
        } else if (!attempt.isRight()) {
            ctx.status(HttpStatus.UNAUTHORIZED);
            ask(ctx, "That is not the password.");
        } else {
            start(ctx);
        }
    }

    private void start(Context ctx) {
        Optional<String> session = sessions.start();
        if (session.isEmpty()) {
            ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
            ask(ctx, "Too many sessions are open. Log out elsewhere, or restart the console, which ends all of them.");
            return;
        }
        ctx.cookie(cookie(ctx, session.get(), -1));
        ctx.redirect("/", HttpStatus.SEE_OTHER);
    }

    private void logOut(Context ctx) {
        sessions.end(ctx.cookie(Sessions.COOKIE));
        ctx.cookie(cookie(ctx, "", 0));
        ctx.redirect("/login", HttpStatus.SEE_OTHER);
    }

    private Cookie cookie(Context ctx, String value, int maxAge) {
        Cookie cookie = new Cookie(Sessions.COOKIE, value, "/", maxAge, proxies.isSecure(ctx));
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }
}
