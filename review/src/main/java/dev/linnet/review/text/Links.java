package dev.linnet.review.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Links from strangers. */
public final class Links {
    private Links() {}

    /** The address if it leads to a web page ({@code http} or {@code https}), else an empty string. */
    public static String safe(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            return isWeb && uri.getHost() != null ? uri.toASCIIString() : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
