package dev.linnet.bench.matching;

import dev.linnet.pipeline.filter.PostKeywords;
import dev.linnet.pipeline.parse.Parsed;
import dev.linnet.pipeline.parse.RecordParser;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.post.PostEvent;
import dev.linnet.pipeline.source.InputFiles;
import dev.linnet.pipeline.source.RecordBatches;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of real streams, all of them in memory.
 *
 * @param bytes whole lines, a record on each
 * @param records the records of the lines, in order; empty lines have none
 */
record Replay(byte[] bytes, List<Line> records) {
    /**
     * A record.
     *
     * @param from its first byte
     * @param to after its last, without the newline
     * @param platform whose shape it has, or {@code "other"} where it is no post
     * @param text the text that the job matches, or null where it is no post
     */
    record Line(int from, int to, String platform, @Nullable String text) {}

    /** Reads files and folders of records, plain or packed. */
    static Replay of(String path) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path file : InputFiles.list(List.of(path)).files()) {
            RecordBatches.ofFile(file, batch -> {
                if (batch.problem() != null) {
                    throw new IllegalArgumentException(batch.problem().message());
                }
                all.write(batch.bytes(), 0, batch.length());
                if (batch.bytes()[batch.length() - 1] != '\n') {
                    all.write('\n');
                }
                return true;
            });
        }
        byte[] bytes = all.toByteArray();
        return new Replay(bytes, records(bytes));
    }

    /** The texts of the posts, in their order. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Line line : records) {
            if (line.text() != null) {
                texts.add(line.text());
            }
        }
        return texts;
    }

    private static List<Line> records(byte[] bytes) {
        RecordParser parser = new RecordParser();
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (bytes[to] != '\n') {
                to++;
            }
            if (to > from) {
                lines.add(line(parser.parse(bytes, from, to), from, to));
            }
            from = to + 1;
        }
        return lines;
    }

    private static Line line(Parsed parsed, int from, int to) {
        PostEvent event = parsed.event();
        Post post = event == null ? null : event.post();
        return post == null
                ? new Line(from, to, "other", null)
                : new Line(from, to, post.platform().tag(), PostKeywords.textToMatch(post));
    }
}
