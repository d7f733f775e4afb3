package dev.linnet.review.vocabulary;

import dev.linnet.review.web.Form;
import dev.linnet.review.web.Notice;
import dev.linnet.review.web.Stores;
import dev.linnet.review.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The keywords' page, and the acts that are done on it. */
public final class KeywordPages {
    private final Views views;
    private final KeywordScreens screens;
    private final VocabularyActs acts;
    private final WeightScreens weights;

    public KeywordPages(Stores stores, Views views) {
        this.views = views;
        this.screens = new KeywordScreens(stores);
        this.acts = new VocabularyActs(stores);
        this.weights = new WeightScreens(stores);
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/keywords", ctx -> views.show(ctx, screens.page(Form.query(ctx, "q"))));
        routes.get("/weights", ctx -> views.show(ctx, weights.page()));
        routes.post(
                "/keywords/set",
                ctx -> done(
                        ctx,
                        acts.setKeyword(
                                Form.required(ctx, "text"),
                                Form.text(ctx, "weight"),
                                Form.text(ctx, "priority").equals("1"),
                                "")));
        routes.post("/keywords/remove", ctx -> done(ctx, acts.removeKeyword(Form.required(ctx, "text"))));
        routes.post("/topics/mute", ctx -> done(ctx, acts.mute(Form.required(ctx, "topic"))));
        routes.post("/topics/unmute", ctx -> done(ctx, acts.unmute(Form.required(ctx, "topic"))));
        routes.post("/authors/trust", ctx -> done(ctx, acts.trust(Form.required(ctx, "author"))));
        routes.post("/authors/untrust", ctx -> done(ctx, acts.untrust(Form.required(ctx, "author"))));
    }

    private void done(Context ctx, Notice notice) {
        views.done(ctx, screens.page(Form.text(ctx, "q")), notice);
    }
}
