package dev.linnet.review.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The style sheet, scripts and icon, served from the class path; nothing comes from another host. */
public final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final Map<String, Asset> ALL = load();

    private Assets() {}

    private record Asset(String type, byte[] content, String mark) {}

    /** The address of an asset; it changes with the asset's content, so that a browser may keep it for ever. */
    public static String address(String name) {
        return "/assets/" + name + "?v=" + find(name).mark();
    }

    /** Serves one asset. */
    public static void serve(Context ctx) {
        Asset asset = find(ctx.pathParam("name"));
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.contentType(asset.type()).result(asset.content());
    }

    private static Asset find(String name) {
        Asset asset = ALL.get(name);
        if (asset == null) {
            throw new NotFoundResponse("There is no asset of that name.");
        }
        return asset;
    }

    private static Map<String, Asset> load() {
        Map<String, Asset> assets = new LinkedHashMap<>();
        String own = "/dev/linnet/review/assets/";
        assets.put("console.css", read(own + "console.css", "text/css; charset=utf-8"));
        assets.put("console.js", read(own + "console.js", "text/javascript; charset=utf-8"));
        assets.put("icon.svg", read(own + "icon.svg", "image/svg+xml"));
        assets.put("htmx.js", read(HTMX, "text/javascript; charset=utf-8"));
        return assets;
    }

    private static Asset read(String path, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the console's asset " + path + " is not on the class path");
            }
            byte[] content = in.readAllBytes();
            return new Asset(type, content, mark(content));
        } catch (IOException e) {
            throw new UncheckedIOException("the console's asset " + path + " cannot be read", e);
        }
    }

    private static String mark(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
