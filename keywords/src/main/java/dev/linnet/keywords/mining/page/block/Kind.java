package dev.linnet.keywords.mining.page.block;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an element calls itself: by its tag and role, or by words in its class and id. The words are those that makers of
 * pages commonly use, in the languages in which they name their classes.
 */
enum Kind {
    // By tag or role.
    ARTICLE("article", ""),
    MAIN("main", ""),
    ASIDE("aside|complementary", ""),
    NAV("nav|navigation|menu|menubar|tablist", ""),
    FOOTER("footer|contentinfo", ""),
    HEADER("header|banner", ""),
    FORM("form|fieldset|search|dialog|alert|button|label", ""),
    FIGURE("figure|figcaption|caption|picture", ""),
    LIST("ul|ol|dl", ""),
    TABLE("table", ""),
    QUOTE("blockquote|q|pre", ""),
    // By name.
    COMMENTS("", "comment|disqus|respond|reply|replies|discussion|livefyre|kommentar|leserbrief|feedback|rating"),
    RELATED(
            "",
            "relat|recommend|recirc|similar|teaser|popular|trending|most-?read|outbrain|taboola|latest|read-?(?:more|next|also)"
                    + "|more-|-more|weiter|mehr|verwandt|empfehl|carousel|slider|swiper|see-?also|also-|next|prev|lire|card"),
    SHARING("", "shar(?:e|ing)|social|follow|facebook|twitter|whatsapp|pinterest|addthis|teilen|like"),
    META(
            "",
            "by-?line|author|autor|meta|date|datum|time|publi|posted|tag|categor|kategor|bread-?crumb|crumb|kicker|info|profile"
                    + "|bio|contact|kontakt"),
    PROMOTION(
            "",
            "advert|(?:^|[\\s_-])ads?(?:[\\s_-]|$)|anzeige|sponsor|newsletter|subscri|sign-?up|paywall|promo|banner|cta|donat"
                    + "|spenden|offer|affiliate|product|shop|abo-|app-"),
    CAPTION("", "caption|credit|figure|image|photo|galler|bild|legend|copyright|slide|video|media|player|embed"),
    CHROME(
            "",
            "nav|menu|foot|header|side-?bar|aside|widget|module|cookie|consent|gdpr|modal|popup|overlay|dialog|login|search"
                    + "|toolbar|pagination|pager|skip|screen-reader|sr-only|hidden|hide|print|toggle|dropdown|button|btn|tooltip|toc"),
    CONTENT(
            "",
            "article|content|post|entry|story|body|text|main|page|beitrag|artikel|inhalt|paragraph|rich|copy|prose"),
    LEAD("", "lead|intro|summary|standfirst|dek|excerpt|sub-?title|sub-?head|abstract|descri|vorspann|chapo"),
    /** What is hardly ever the article's: its whole name says so. */
    BESIDE(
            "nav|footer|aside|form|figcaption|dialog|navigation|complementary|search|contentinfo",
            "(?:^|[\\s_-])(?:shar(?:e|ing)|social|related|recommend(?:ed|ations?)?|comments?|comment-?list|commentarea|respond|newsletter"
                    + "|subscri(?:be|ption)|sign-?up|cookies?|consent|gdpr|promo(?:ted|tion)?|sponsor(?:ed)?|advert(?:s|isement|ising)?|ads?"
                    + "|banner|breadcrumbs?|caption|credits?|byline|tags?|tag-?list|pagination|pager|toolbar|sidebar|popup|modal|widget"
                    + "|footer|menu|read-?more|more-?(?:on|from|stories|news)|most-?(?:read|popular)|popular|trending|outbrain|taboola"
                    + "|disqus|author-?(?:bio|box|info)|about-?(?:the-?)?author|print|screen-?reader|sr-only|visually-?hidden|teasers?"
                    + "|kommentare?|disclaimer|legal|copyright)(?:$|[\\s_-])"),
    TITLE("", "title|headline|heading|titel|hed(?:\\b|_)");

    static final Kind[] ALL = values();

    private final Pattern tags;
    private final Pattern names;

    Kind(String tags, String names) {
        this.tags = Pattern.compile(tags.isEmpty() ? "(?!)" : tags);
        this.names = Pattern.compile(names.isEmpty() ? "(?!)" : names);
    }

    /** The kinds that tag and role say, as a bit set by ordinal. */
    static int ofTag(String tag, String role) {
        int kinds = 0;
        for (Kind kind : ALL) {
            if (kind.tags.matcher(tag).matches() || kind.tags.matcher(role).matches()) {
                kinds |= 1 << kind.ordinal();
            }
        }
        return kinds;
    }

    /** The kinds that a class attribute or an id says, as a bit set by ordinal. */
    static int ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int kinds = 0;
        for (Kind kind : ALL) {
            if (kind.names.matcher(lower).find()) {
                kinds |= 1 << kind.ordinal();
            }
        }
        return kinds;
    }
}
