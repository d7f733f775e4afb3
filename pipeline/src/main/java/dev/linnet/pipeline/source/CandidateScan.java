package dev.linnet.pipeline.source;

import dev.linnet.pipeline.parse.Parsed;
import dev.linnet.pipeline.parse.RecordParser;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.post.PostEvent;

/**
 * Parses the posts that a gate lets pass out of raw batches, and passes over all other records: for those who want posts and no
 * account of the rest. Not for use by several threads at once.
 */
public final class CandidateScan {
    private final RecordGate gate;
    private final RecordParser parser = new RecordParser();

    /** Takes what is found. */
    public interface Results {
        /** A post that may match. */
        void post(Post post);

        /** A record that may match, and cannot be parsed; the reason is a word of {@link RecordParser}. */
        void unparseable(String reason);

        /** A part of the input that cannot be read. */
        void problem(ReadProblem problem);
    }

    /** @param gate tells which records may match */
    public CandidateScan(RecordGate gate) {
        this.gate = gate;
    }

    /** Finds the posts of a batch. */
    public void read(RawBatch batch, Results results) {
        ReadProblem problem = batch.problem();
        if (problem != null) {
            results.problem(problem);
            return;
        }
        byte[] bytes = batch.bytes();
        int from = 0;
        while (from < batch.length()) {
            int candidate = gate.nextCandidate(bytes, from, batch.length());
            if (candidate < 0) {
                return;
            }
            int start = candidate;
            while (start > from && bytes[start - 1] != '\n') {
                start--;
            }
            int end = LineScan.lineEnd(bytes, candidate, batch.length());
            take(parser.parse(bytes, start, end), results);
            from = end + 1;
        }
    }

    private static void take(Parsed parsed, Results results) {
        if (parsed.kind() == Parsed.Kind.UNPARSEABLE) {
            results.unparseable(parsed.reason());
        } else if (parsed.kind() == Parsed.Kind.EVENT && parsed.requireEvent().kind() == PostEvent.Kind.POST) {
            results.post(parsed.requireEvent().requirePost());
        }
    }
}
