package dev.linnet.pipeline.source;

/** Tells from raw bytes which records may be worth parsing. It may let too many pass, never too few. */
@FunctionalInterface
public interface RecordGate {
    /** Lets every record pass. */
    RecordGate OPEN = (buffer, from, to) -> from < to ? from : -1;

    /**
     * Finds the next line that may match.
     *
     * @param buffer holds whole lines, a record on each
     * @param from the start of a line
     * @param to the end of the last line
     * @return the index of any byte inside the next line that may match, at or after {@code from}; -1 if none does
     */
    int nextCandidate(byte[] buffer, int from, int to);
}
