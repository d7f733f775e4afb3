package dev.linnet.review.web;

import dev.linnet.review.live.LiveFeed;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws pages by templates compiled at build time: whole, or for htmx the content alone.
 *
 * <p>An act ends in the page it was done on, with a {@link Notice}: for htmx at once, else by a redirect.
 */
public final class Views {
    private static final String TEMPLATES = "dev.linnet.review.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Views.class.getClassLoader(), TEMPLATES);
    private final FlashNotices flash = new FlashNotices();
    private final LiveFeed live;
    private final String consoleTitle;
    private final String reviewer;
    private final boolean hasLogin;

    public Views(LiveFeed live, String consoleTitle, String reviewer, boolean hasLogin) {
        this.live = live;
        this.consoleTitle = consoleTitle;
        this.reviewer = reviewer;
        this.hasLogin = hasLogin;
    }

    /** Whether htmx asks, which wants the content alone. */
    public static boolean isPartial(Context ctx) {
        return "true".equals(ctx.header("HX-Request")) && ctx.header("HX-History-Restore-Request") == null;
    }

    /** Draws a page. */
    public void show(Context ctx, Screen screen) {
        draw(ctx, screen, flash.take(ctx.queryParam("notice")));
    }

    /** Ends an act: draws the page with a notice, or sends the browser there. */
    public void done(Context ctx, Screen screen, Notice notice) {
        if (isPartial(ctx)) {
            draw(ctx, screen, notice);
        } else {
            String separator = screen.path().contains("?") ? "&" : "?";
            ctx.redirect(screen.path() + separator + "notice=" + flash.put(notice), HttpStatus.SEE_OTHER);
        }
    }

    /** Says that something went wrong; htmx shows it beside what was on the page. */
    public void problem(Context ctx, int status, String title, String text) {
        ctx.status(status);
        if (isPartial(ctx)) {
            ctx.header("HX-Retarget", "#notice").header("HX-Reswap", "innerHTML");
            html(ctx, "notice.jte", Notice.problem(text));
        } else if (accepts(ctx, "text/html")) {
            bare(ctx, new Screen(title, "", "message.jte", Notice.problem(text)));
        } else {
            ctx.json(Map.of("error", text));
        }
    }

    /** Draws a page without what the database knows: for login and errors. */
    public void bare(Context ctx, Screen screen) {
        Page page = new Page(consoleTitle, screen.title(), screen.path(), reviewer, 0, "", 0, 0, "", null, false);
        framed(ctx, page, screen);
    }

    private void draw(Context ctx, Screen screen, @Nullable Notice notice) {
        LiveFeed.News news = live.now();
        String path = screen.path().replaceFirst("\\?.*", "");
        Page page = new Page(
                consoleTitle,
                screen.title(),
                path,
                reviewer,
                news.left(),
                news.leftInWords(),
                news.alerts(),
                news.arrived(),
                news.learnt(),
                notice,
                hasLogin);
        if (isPartial(ctx)) {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("page", page);
            parameters.put("content", content(screen));
            html(ctx, "partial.jte", parameters);
        } else {
            framed(ctx, page, screen);
        }
    }

    private void framed(Context ctx, Page page, Screen screen) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        parameters.put("content", content(screen));
        html(ctx, "layout.jte", parameters);
    }

    private Content content(Screen screen) {
        return output -> engine.render(screen.template(), screen.model(), output);
    }

    private void html(Context ctx, String template, Object model) {
        StringOutput output = new StringOutput(16_384);
        engine.render(template, model, output);
        ctx.html(output.toString());
    }

    private void html(Context ctx, String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput(16_384);
        engine.render(template, parameters, output);
        ctx.html(output.toString());
    }

    private static boolean accepts(Context ctx, String type) {
        String accept = ctx.header("Accept");
        return !ctx.path().startsWith("/api/") && (accept == null || accept.contains(type) || accept.contains("*/*"));
    }
}
