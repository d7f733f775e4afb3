package dev.linnet.keywords.mining.web;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What each site's robots.txt asks of us. Read once a site. */
final class Robots {
    static final String NAME = "linnet";
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    private final Map<String, SimpleRobotRules> sites = new HashMap<>();

    /** Fetches a robots.txt. */
    @FunctionalInterface
    interface Source {
        /** Its bytes; empty if the site has none; null if the site failed to say. */
        byte @Nullable [] fetch(HttpUrl robots);
    }

    boolean allows(HttpUrl url, Source source) {
        return rules(url, source).isAllowed(url.toString());
    }

    /** The pause that a site asks for between requests, at most 30 seconds. */
    Duration delay(HttpUrl url, Source source) {
        long asked = rules(url, source).getCrawlDelay();
        return Duration.ofMillis(Math.min(Math.max(0, asked), LONGEST_DELAY.toMillis()));
    }

    List<String> sitemaps(HttpUrl url, Source source) {
        return rules(url, source).getSitemaps();
    }

    private SimpleRobotRules rules(HttpUrl url, Source source) {
        String site = url.scheme() + "://" + url.host() + ":" + url.port();
        SimpleRobotRules known = sites.get(site);
        if (known != null) {
            return known;
        }
        HttpUrl robots = url.resolve("/robots.txt");
        byte[] body = robots == null ? null : source.fetch(robots);
        SimpleRobotRules rules = body == null
                ? new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_NONE)
                : body.length == 0
                        ? new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL)
                        : parser.parseContent(url.toString(), body, "text/plain", List.of(NAME));
        sites.put(site, rules);
        return rules;
    }
}
