package dev.linnet.review.web;

import io.javalin.http.Context;
import java.util.Objects;

/** What a form or address brings. */
public final class Form {
    private Form() {}

    /** A field of the form, without the space around it; empty when it is missing. */
    public static String text(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "").strip();
    }

    /** A field that must be there. */
    public static String required(Context ctx, String name) {
        String text = text(ctx, name);
        if (text.isEmpty()) {
            throw new InputException("The field '" + name + "' is missing. Nothing was changed.");
        }
        return text;
    }

    /** A parameter of the address; empty when it is missing. */
    public static String query(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "").strip();
    }
}
