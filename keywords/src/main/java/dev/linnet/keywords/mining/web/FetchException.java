package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.Problem;

/** An address that could not be read, with the reason and the mend. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    FetchException(String source, String what, String mend) {
        super(source + ": " + what);
        this.problem = new Problem(source, what, mend);
    }

    /** The same in plain words. */
    public Problem problem() {
        return problem;
    }
}
