package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.ReadingRules;
import org.jspecify.annotations.Nullable;

/** Reads single pages from the web: each address for itself, whatever site it belongs to. For one thread. */
public final class SinglePages {
    private final ReadingRules rules;
    private @Nullable Fetcher fetcher;

    /** A reader for one reading; its deadline starts with the first address. */
    public SinglePages(ReadingRules rules) {
        this.rules = rules;
    }

    /** The article at an address; without text where the page holds none. */
    public Article read(String address) throws FetchException {
        Fetcher http = fetcher == null ? new Fetcher(rules) : fetcher;
        fetcher = http;
        Fetched page = http.get(address);
        if (page.isBinary()) {
            throw new FetchException(page.address(), "is no text (" + page.mediaType() + ")", "name a page");
        }
        return Taking.extract(page.text(), page.address());
    }
}
