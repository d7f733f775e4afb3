package dev.linnet.review.web;

import dev.linnet.queue.QueueException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.QuietException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a reviewer reads when something goes wrong. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Views views;

    public Failures(Views views) {
        this.views = views;
    }

    /** Adds the handlers. */
    public void addTo(RoutesConfig routes) {
        routes.exception(QueueException.class, (e, ctx) -> views.problem(ctx, 503, "Not now", notNow(ctx, e)));
        routes.exception(InputException.class, (e, ctx) -> views.problem(ctx, 400, "Not quite", message(e)));
        routes.exception(LoginNeededException.class, this::askForLogin);
        routes.exception(ForbiddenResponse.class, this::refuse);
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            e.getDetails().forEach(ctx::header);
            views.problem(ctx, e.getStatus(), "Not possible", message(e));
        });
        routes.error(404, ctx -> {
            if (ctx.result() == null || ctx.result().equals("Not Found")) {
                views.problem(ctx, 404, "Not found", "There is no page at this address.");
            }
        });
        routes.exception(Exception.class, (e, ctx) -> {
            if (isOfTheClient(e)) {
                LOG.debug("A client sent an unreadable request, or went away: {}", e.toString());
                views.problem(ctx, 400, "Not quite", "The request cannot be read. Nothing was changed.");
                return;
            }
            LOG.error("The console failed to answer a request", e);
            views.problem(ctx, 500, "Something broke", "The console failed to answer. The log says why.");
        });
    }

    /** No page for a browser: its style and its links would be refused in the same way. */
    private void refuse(ForbiddenResponse e, Context ctx) {
        if (Views.isPartial(ctx) || ctx.path().startsWith("/api/")) {
            views.problem(ctx, HttpStatus.FORBIDDEN.getCode(), "Not possible", message(e));
        } else {
            ctx.status(HttpStatus.FORBIDDEN)
                    .contentType("text/plain; charset=utf-8")
                    .result(message(e) + "\n");
        }
    }

    private void askForLogin(LoginNeededException e, Context ctx) {
        if (Views.isPartial(ctx)) {
            ctx.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", "/login");
        } else if (ctx.req().getMethod().equals("GET")
                && !ctx.path().startsWith("/api/")
                && !ctx.path().equals("/live")) {
            ctx.redirect("/login", HttpStatus.SEE_OTHER);
        } else {
            views.problem(ctx, 401, "Please log in", message(e));
        }
    }

    /** Whether the cause is what a client sent, or that it went away; these must not fill the log. */
    private static boolean isOfTheClient(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof QuietException || cause instanceof HttpException) {
                return true;
            }
        }
        return false;
    }

    private static String notNow(Context ctx, QueueException e) {
        boolean isAct = !ctx.req().getMethod().equals("GET");
        return (isAct ? "Nothing was written, so please do it again in a moment. " : "") + message(e);
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? "No reason was given." : e.getMessage();
    }
}
