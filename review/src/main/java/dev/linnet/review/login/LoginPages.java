package dev.linnet.review.login;

import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Sessions;
import dev.linnet.review.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Optional;

/** Login by password, and logout. */
public final class LoginPages {
    private final Sessions sessions;
    private final Views views;

    public LoginPages(Sessions sessions, Views views) {
        this.sessions = sessions;
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
        if (sessions.isBlocked()) {
            ctx.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", "60");
            ask(ctx, "Too many wrong passwords. Wait a minute, then try again.");
            return;
        }
        String password = ctx.formParam("password");
        Optional<String> session = password == null ? Optional.empty() : sessions.start(password);
        if (session.isEmpty()) {
            ctx.status(HttpStatus.UNAUTHORIZED);
            ask(ctx, "That is not the password.");
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

    private static Cookie cookie(Context ctx, String value, int maxAge) {
        boolean secure = ctx.req().isSecure() || "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
        Cookie cookie = new Cookie(Sessions.COOKIE, value, "/", maxAge, secure);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }
}
