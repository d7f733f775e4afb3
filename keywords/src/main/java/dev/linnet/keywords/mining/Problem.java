package dev.linnet.keywords.mining;

/**
 * Something that could not be read or used, in plain words. The rest goes on without it.
 *
 * @param source the file, folder or address that it is about
 * @param what what is wrong: {@code "the server answered 404 Not Found"}
 * @param mend what the user can do about it: {@code "check the address in a browser"}
 */
public record Problem(String source, String what, String mend) {
    /** Makes of each a single line without control characters, whatever a page or file name contained, and without secrets of addresses. */
    public Problem {
        source = RedactedUrl.of(PlainWords.line(source));
        what = RedactedUrl.of(PlainWords.line(what));
        mend = PlainWords.line(mend);
    }

    /** The whole as one line: {@code source: what; mend}. */
    public String sentence() {
        return source + ": " + what + "; " + mend;
    }
}
