package dev.linnet.queue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a link leads, written one way however it was written: without scheme, {@code www.}, fragment, trailing slash and the
 * parameters that only tell which campaign a click came from. Two links that lead to one page are equal.
 */
public final class LinkTarget {
    /** A post with more is a list, and any of them says little about it. */
    private static final int MOST = 8;

    /** PostgreSQL indexes no more than 2,704 bytes. */
    private static final int LONGEST = 500;

    private static final Pattern SCHEME = Pattern.compile("(?i)^https?://");
    private static final Pattern SENTENCE_END = Pattern.compile("[\\p{Punct}…”’»&&[^/=&%_~+-]]+$");
    private static final Pattern FRAGMENT = Pattern.compile("#.*$");
    private static final Pattern TRACKING =
            Pattern.compile("(?i)(?<=[?&])(?:utm_[^&=]*|fbclid|gclid|igshid|mc_cid|mc_eid|msclkid)(?:=[^&]*)?(?:&|$)");
    private static final Pattern END = Pattern.compile("[/?&]+$");

    private LinkTarget() {}

    /** Where a link leads; empty where it leads nowhere. Only the host is blind to case. */
    public static String of(String link) {
        String bare = SCHEME.matcher(link).replaceFirst("");
        bare = FRAGMENT.matcher(SENTENCE_END.matcher(bare).replaceFirst("")).replaceFirst("");
        bare = END.matcher(TRACKING.matcher(bare).replaceAll("")).replaceFirst("");
        // "example.org/?id=1" is "example.org?id=1".
        bare = bare.replace("/?", "?");
        int path = bare.split("[/?]", 2)[0].length();
        String host = bare.substring(0, path).toLowerCase(Locale.ROOT);
        return (host.startsWith("www.") ? host.substring(4) : host) + bare.substring(path);
    }

    /**
     * The pages that links lead to, each once, {@value #MOST} at most. A site's front page is none: posts about all sorts of
     * things link to it.
     */
    public static List<String> pages(List<String> links) {
        return links.stream()
                .map(LinkTarget::of)
                .filter(link -> link.length() <= LONGEST && (link.indexOf('/') > 0 || link.indexOf('?') > 0))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
