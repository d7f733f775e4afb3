package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.Problem;
import dev.linnet.keywords.mining.RedactedUrl;

/** An address that could not be read, with the reason and the mend. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean missing;

    FetchException(String source, String what, String mend) {
        this(source, what, mend, false);
    }

    /** @param missing whether the server said that there is no such page */
    FetchException(String source, String what, String mend, boolean missing) {
        super(RedactedUrl.of(source + ": " + what));
        this.problem = new Problem(source, what, mend);
        this.missing = missing;
    }

    boolean isMissing() {
        return missing;
    }

    /** The same in plain words. */
    public Problem problem() {
        return problem;
    }
}
