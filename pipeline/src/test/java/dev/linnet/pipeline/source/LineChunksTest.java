package dev.linnet.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineChunksTest {
    private static final int TARGET = 16;
    private static final int LONGEST = 64;

    private static LineChunks chunks(InputStream in, long position, long end) {
        return new LineChunks(in, "made-up.jsonl", position, end, TARGET, LONGEST);
    }

    private static List<Chunk> all(LineChunks chunks) {
        List<Chunk> all = new ArrayList<>();
        for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            all.add(chunk);
        }
        return all;
    }

    private static List<Chunk> read(String text) {
        return all(chunks(stream(text), 0, Long.MAX_VALUE));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Chunk chunk) {
        return new String(chunk.batch().bytes(), 0, chunk.batch().length(), StandardCharsets.UTF_8);
    }

    private static ReadProblem problem(RawBatch batch) {
        return Objects.requireNonNull(batch.problem(), "the batch has no problem");
    }

    @Test
    void chunksAreWholeLinesWithTheirPlaces() {
        List<Chunk> chunks = read("alpha\nbeta\ngamma\ndelta\nepsilon");

        assertThat(chunks)
                .extracting(LineChunksTest::text)
                .containsExactly("alpha\nbeta\n", "gamma\ndelta\n", "epsilon");
        assertThat(chunks).extracting(chunk -> chunk.batch().offset()).containsExactly(0L, 11L, 23L);
        assertThat(chunks).extracting(Chunk::next).containsExactly(11L, 23L, 30L);
    }

    @Test
    void lineLongerThanAChunkStaysWhole() {
        String line = "a".repeat(50) + "\n";

        assertThat(read("b\n" + line + "c\n")).extracting(LineChunksTest::text).containsExactly("b\n", line + "c\n");
    }

    @Test
    void lineBeyondTheCapIsToldOfWithItsBeginning() {
        List<Chunk> chunks = read("b\n" + "a".repeat(5_000) + "\nc\n");

        assertThat(chunks).hasSize(3);
        RawBatch tooLong = chunks.get(1).batch();
        assertThat(problem(tooLong).reason()).isEqualTo("line-too-long");
        assertThat(problem(tooLong).message()).contains("made-up.jsonl", "at byte 2", "5,001");
        assertThat(tooLong.offset()).isEqualTo(2);
        assertThat(text(chunks.get(1))).matches("a+");
        assertThat(text(chunks.get(2))).isEqualTo("c\n");
        assertThat(chunks.get(1).next())
                .isEqualTo(chunks.get(2).batch().offset())
                .isEqualTo(5_003);
    }

    @Test
    void endlessLineEndsTheFile() {
        List<Chunk> chunks = read("a".repeat(5_000));

        assertThat(chunks).singleElement().extracting(Chunk::next).isEqualTo(5_000L);
    }

    @Test
    void byteOrderMarkIsDropped() {
        List<Chunk> chunks = read("\uFEFF{}\n");

        assertThat(chunks).singleElement().extracting(LineChunksTest::text).isEqualTo("{}\n");
        assertThat(chunks.get(0).batch().offset()).isEqualTo(3);
    }

    @Test
    void packedFileCutShortGivesWhatCameBeforeAndSaysSo() throws IOException {
        byte[] whole = Lines.gzip(Lines.posts(0, 2_000));
        InputStream cut = new GZIPInputStream(new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)));

        List<Chunk> chunks = all(new LineChunks(cut, "made-up.jsonl.gz", 0, Long.MAX_VALUE, 4_096, 1 << 20));

        Chunk last = chunks.get(chunks.size() - 1);
        String before = chunks.subList(0, chunks.size() - 1).stream()
                .map(LineChunksTest::text)
                .reduce("", String::concat);
        assertThat(before).isNotEmpty().endsWith("}\n");
        assertThat(Lines.posts(0, 2_000)).startsWith(before + text(last));
        assertThat(problem(last.batch()).reason()).isEqualTo("file-cut-short");
        assertThat(last.next()).isEqualTo(FileSplit.READ);
    }

    @Test
    void failingStreamIsNotReadOn() {
        InputStream failing = new InputStream() {
            private int reads;

            @Override
            public int read() throws IOException {
                if (reads++ < 3) {
                    return reads == 2 ? '\n' : 'a';
                }
                throw new IOException("bad block");
            }
        };

        List<Chunk> chunks = all(chunks(failing, 0, Long.MAX_VALUE));

        assertThat(chunks).extracting(LineChunksTest::text).containsExactly("a\n", "a");
        assertThat(chunks.get(1).batch().problem()).isNotNull();
    }

    /** However a text is cut into ranges, each of its lines comes once, in order. */
    @Property(tries = 500)
    void rangesShareTheLinesAmongThem(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 60) String letters,
            @ForAll @IntRange(min = 1, max = 30) int range,
            @ForAll @IntRange(min = 1, max = 20) int target) {
        String text = letters.replace('d', '\n');
        StringBuilder read = new StringBuilder();
        for (int start = 0; start < text.length(); start += range) {
            long end = start + range >= text.length() ? Long.MAX_VALUE : start + range;
            int from = Math.max(0, start - 1);
            LineChunks chunks = new LineChunks(stream(text.substring(from)), "made-up", from, end, target, LONGEST);
            if (start > 0) {
                chunks.skipToNextLine();
            }
            all(chunks).forEach(chunk -> read.append(text(chunk)));
        }
        assertThat(read.toString()).isEqualTo(text);
    }
}
