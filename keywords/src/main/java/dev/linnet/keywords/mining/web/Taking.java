package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.ReadingRules;
import dev.linnet.keywords.mining.page.MainContent;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the reading of one source has taken so far, and whether it may take more. */
final class Taking {
    /** Long pages with a thousand comments have some 20,000. */
    private static final int MOST_MARKS = 80_000;

    private final ReadingRules rules;
    private final SiteReader.Listener listener;
    private @Nullable Fetcher fetcher;
    private int taken;

    Taking(ReadingRules rules, SiteReader.Listener listener) {
        this.rules = rules;
        this.listener = listener;
    }

    /** Begins with another source. */
    void restart() {
        taken = 0;
    }

    int taken() {
        return taken;
    }

    /** Made when it is first needed: its certificates take a while to load, and a folder needs none. */
    Fetcher fetcher() {
        Fetcher made = fetcher == null ? new Fetcher(rules) : fetcher;
        fetcher = made;
        return made;
    }

    boolean mayGoOn() {
        return taken < rules.maxArticles() && !fetcher().outOfTime();
    }

    /** Whether no more may be taken, which is told. */
    boolean full(String source) {
        if (taken >= rules.maxArticles()) {
            listener.problem(new FetchException(
                    source,
                    "has more than " + rules.maxArticles() + " posts; the newest are read",
                    "raise the limit if all are wanted"));
            return true;
        }
        if (fetcher().outOfTime()) {
            listener.problem(new FetchException(
                    source,
                    "the time for the whole reading is over; " + taken + " posts were read",
                    "start again: what was read is in the cache"));
            return true;
        }
        return false;
    }

    /** Takes an article, or tells that it holds nothing. */
    void article(Article article, String address) {
        if (article.text().isBlank()) {
            listener.problem(new FetchException(address, "holds no text", "name a page with a post in it"));
        } else {
            taken++;
            listener.article(article);
        }
    }

    /** The article on a page; a page that can't be made sense of costs only itself. */
    static Article extract(String html, String address) throws FetchException {
        if (Nesting.hasMoreMarksThan(MOST_MARKS, html)) {
            throw new FetchException(
                    address, "is a page of more than " + MOST_MARKS + " elements", "give the post as a file");
        }
        try {
            return MainContent.extract(html, address);
        } catch (RuntimeException | StackOverflowError e) {
            throw new FetchException(
                    address,
                    "is a page that cannot be made sense of (" + e.getClass().getSimpleName() + ")",
                    "give the post as a file");
        }
    }

    static String path(String address) {
        try {
            String path = URI.create(address).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
