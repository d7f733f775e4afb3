package dev.linnet.keywords.mining.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An article's title out of what a page says, without the site's name beside it. */
final class Titles {
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|\\-–—·•:»«/]{1,2}\\s+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Titles() {}

    /**
     * The title.
     *
     * @param told what the page's head says; may be empty
     * @param heading the page's one heading; empty if there is none, or several
     * @param sites names of the site, and its host
     */
    static String of(String told, String heading, List<String> sites) {
        // "Why swifts scream | A Garden Blog": the heading on the page says which part is the article's.
        if (!heading.isEmpty() && (told.isEmpty() || told.startsWith(heading) || told.endsWith(heading))) {
            return heading;
        }
        String title = told.strip();
        for (String site : sites) {
            title = without(title, bare(site));
        }
        return title;
    }

    /** Takes the site's name off either end, if something is left then. */
    private static String without(String title, String site) {
        List<String> parts = new ArrayList<>(Arrays.asList(SEPARATOR.split(title)));
        if (parts.size() < 2 || site.isEmpty()) {
            return title;
        }
        if (bare(parts.get(parts.size() - 1)).equals(site)) {
            int end = title.lastIndexOf(parts.get(parts.size() - 1));
            return cutEnd(title.substring(0, end));
        }
        if (bare(parts.get(0)).equals(site)) {
            return SEPARATOR.split(title, 2)[1].strip();
        }
        return title;
    }

    private static String cutEnd(String title) {
        int end = title.length();
        while (end > 0
                && !Character.isLetterOrDigit(title.charAt(end - 1))
                && "?!.”\"')".indexOf(title.charAt(end - 1)) < 0) {
            end--;
        }
        return title.substring(0, end);
    }

    private static String bare(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        return NO_LETTER.matcher(lower).replaceAll("");
    }
}
