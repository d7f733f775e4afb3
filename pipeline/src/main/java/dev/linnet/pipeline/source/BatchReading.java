package dev.linnet.pipeline.source;

import dev.linnet.pipeline.parse.Parsed;
import dev.linnet.pipeline.parse.RecordParser;
import dev.linnet.pipeline.parse.RecordTimes;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.post.PostEvent;
import dev.linnet.queue.KeptRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Goes through a batch line by line: reads what the gate or its own form lets pass, and counts the rest. What is emitted and
 * counted depends on each record alone, never on its neighbours.
 */
final class BatchReading {
    static final String READ = "read";
    static final String FILTERED = "filtered";
    static final String UNPARSEABLE = "unparseable";
    static final String NO_KEYWORD = "no-keyword";

    /** One in so many records without a keyword is kept. */
    private static final int SAMPLE_EVERY = 10_000;

    /** A file of rubbish would fill the stores: so many dead letters of a batch are kept, all are counted. */
    private static final int MOST_DEAD_LETTERS = 64;

    private static final int EXCERPT = 4_096;

    private final RecordParser parser = new RecordParser();
    private long withoutKeyword;

    /** Takes what comes of a batch. */
    interface Results {
        void event(PostEvent event);

        void keep(KeptRecord record);

        void count(String stage, String reason, long records);
    }

    /** Reads a batch and tells its counts at the end. */
    void read(RawBatch batch, RecordGate gate, Results results) {
        new Pass(batch, gate, results).run();
    }

    /** One batch on its way through. */
    private final class Pass {
        private final RawBatch batch;
        private final byte[] bytes;
        private final RecordGate gate;
        private final Results results;
        private final Map<String, Integer> unparseable = new LinkedHashMap<>();
        private final Map<String, Integer> controls = new LinkedHashMap<>();
        private long records;
        private long skipped;
        private int deadLetters;

        Pass(RawBatch batch, RecordGate gate, Results results) {
            this.batch = batch;
            this.bytes = batch.bytes();
            this.gate = gate;
            this.results = results;
        }

        void run() {
            ReadProblem problem = batch.problem();
            if (problem == null) {
                readLines();
            } else {
                records++;
                String beginning = excerpt(0, batch.length());
                deadLetter(0, problem.reason(), Instant.EPOCH, problem.message() + "\n" + beginning);
            }
            tellCounts();
        }

        private void readLines() {
            int length = batch.length();
            int candidate = gate.nextCandidate(bytes, 0, length);
            int at = 0;
            while (at < length) {
                int lineEnd = LineScan.lineEnd(bytes, at, length);
                boolean passes = candidate >= at && candidate <= lineEnd;
                readLine(at, lineEnd, passes);
                at = lineEnd + 1;
                if (passes && at < length) {
                    candidate = gate.nextCandidate(bytes, at, length);
                }
            }
        }

        private void readLine(int lineStart, int lineEnd, boolean passes) {
            int from = lineStart;
            int to = lineEnd;
            while (from < to && isBlank(bytes[from])) {
                from++;
            }
            while (to > from && isBlank(bytes[to - 1])) {
                to--;
            }
            if (from == to) {
                return;
            }
            records++;
            if (passes || Notices.mayBe(bytes, from, to)) {
                take(parser.parse(bytes, from, to), from, to);
            } else {
                skip(from, to);
            }
        }

        private void take(Parsed parsed, int from, int to) {
            switch (parsed.kind()) {
                case EVENT -> results.event(parsed.requireEvent());
                case CONTROL -> controls.merge(parsed.reason(), 1, Integer::sum);
                case UNPARSEABLE -> deadLetter(from, parsed.reason(), timeOf(from, to), excerpt(from, to));
            }
        }

        private void skip(int from, int to) {
            skipped++;
            if (withoutKeyword++ % SAMPLE_EVERY == 0) {
                keepSample(from, to);
            }
        }

        private void keepSample(int from, int to) {
            PostEvent event = parser.parse(bytes, from, to).event();
            Post post = event == null ? null : event.post();
            if (post == null) {
                results.keep(new KeptRecord(idOf(from), FILTERED, NO_KEYWORD, timeOf(from, to), excerpt(from, to)));
            } else {
                String text =
                        post.text().substring(0, Math.min(EXCERPT, post.text().length()));
                results.keep(new KeptRecord(post.key(), FILTERED, NO_KEYWORD, post.arrived(), text));
            }
        }

        private void deadLetter(int from, String reason, Instant at, String excerpt) {
            unparseable.merge(reason, 1, Integer::sum);
            if (deadLetters++ < MOST_DEAD_LETTERS) {
                String shown = excerpt.substring(0, Math.min(EXCERPT, excerpt.length()));
                results.keep(new KeptRecord(idOf(from), UNPARSEABLE, reason, at, shown));
            }
        }

        private void tellCounts() {
            if (records > 0) {
                results.count(READ, "", records);
            }
            if (skipped > 0) {
                results.count(FILTERED, NO_KEYWORD, skipped);
            }
            controls.forEach((name, count) -> results.count(FILTERED, "control-" + name, count));
            unparseable.forEach((reason, count) -> results.count(UNPARSEABLE, reason, count));
        }

        private String idOf(int from) {
            return batch.origin() + ":" + (batch.offset() + from);
        }

        private Instant timeOf(int from, int to) {
            return Instant.ofEpochMilli(Math.max(0, RecordTimes.millis(bytes, from, to)));
        }

        private String excerpt(int from, int to) {
            int length = Math.min(EXCERPT, to - from);
            return new String(bytes, from, length, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        }
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\r' || character == '\t';
    }
}
