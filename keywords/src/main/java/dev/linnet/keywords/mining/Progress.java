package dev.linnet.keywords.mining;

/** Hears how far a reading has come. Called from the reading thread. */
@FunctionalInterface
public interface Progress {
    /**
     * One more source or article has been dealt with.
     *
     * @param what the file or address
     * @param done how many are done
     * @param known how many are known of so far; may grow
     */
    void step(String what, int done, int known);

    /** Tells nobody. */
    static Progress silent() {
        return (what, done, known) -> {};
    }
}
