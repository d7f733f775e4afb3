package dev.linnet.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileSplitReaderTest {
    private static final ReadSettings SMALL = new ReadSettings(0, 5_000, 1_000, 1 << 20);

    @TempDir
    Path folder;

    private FileSplit whole(String name, byte[] bytes) {
        Path file = Lines.write(folder.resolve(name), bytes);
        return new FileSplit(file.toString(), 0, 0, Long.MAX_VALUE, 0);
    }

    private static List<Chunk> read(FileSplit... splits) throws IOException {
        return read(SMALL, splits);
    }

    private static List<Chunk> read(ReadSettings settings, FileSplit... splits) throws IOException {
        FileSplitReader reader = new FileSplitReader(settings);
        reader.handleSplitsChanges(new SplitsAddition<>(List.of(splits)));
        List<Chunk> all = new ArrayList<>();
        int finished = 0;
        while (finished < splits.length) {
            RecordsWithSplitIds<Chunk> fetched = reader.fetch();
            while (fetched.nextSplit() != null) {
                for (Chunk chunk = fetched.nextRecordFromSplit();
                        chunk != null;
                        chunk = fetched.nextRecordFromSplit()) {
                    all.add(chunk);
                }
            }
            finished += fetched.finishedSplits().size();
        }
        reader.close();
        return all;
    }

    private static String text(List<Chunk> chunks) {
        StringBuilder text = new StringBuilder();
        for (Chunk chunk : chunks) {
            RawBatch batch = chunk.batch();
            text.append(new String(batch.bytes(), 0, batch.length(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static ReadProblem problemOf(List<Chunk> chunks) {
        Chunk last = chunks.get(chunks.size() - 1);
        return Objects.requireNonNull(last.batch().problem(), "the last batch has no problem");
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void readingGoesOnAfterAnyBatch(Compression compression) throws IOException {
        String lines = Lines.posts(0, 60);
        FileSplit split = whole("a.jsonl" + compression.ending(), Lines.packed(lines, compression));
        List<Chunk> chunks = read(split);

        assertThat(chunks).hasSizeGreaterThan(5);
        assertThat(text(chunks)).isEqualTo(lines);
        for (int i = 0; i < chunks.size(); i++) {
            List<Chunk> rest = read(split.at(chunks.get(i).next()));

            assertThat(text(rest)).isEqualTo(text(chunks.subList(i + 1, chunks.size())));
        }
    }

    @Test
    void partsOfAFileShareItsLines() throws IOException {
        String lines = Lines.posts(0, 100);
        Path file = Lines.write(folder.resolve("a.jsonl"), Lines.utf8(lines));
        List<FileSplit> parts = RecordFileSource.of(List.of()).with(SMALL).splits(List.of(file));

        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(text(read(parts.toArray(FileSplit[]::new)))).isEqualTo(lines);
        FileSplit second = parts.get(1);
        List<Chunk> chunks = read(second);
        assertThat(text(read(second.at(chunks.get(0).next())))).isEqualTo(text(chunks.subList(1, chunks.size())));
    }

    @Test
    void packedStreamsOneAfterTheOtherAreRead() throws IOException {
        byte[] first = Lines.gzip(Lines.posts(0, 10));
        byte[] both = Arrays.copyOf(first, first.length * 2);
        System.arraycopy(first, 0, both, first.length, first.length);

        assertThat(text(read(whole("a.gz", both)))).isEqualTo(Lines.posts(0, 10).repeat(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = Compression.class,
            names = {"GZIP", "BZIP2"})
    void fileCutShortGivesWhatCameBeforeAndSaysSoOnce(Compression compression) throws IOException {
        byte[] packed = Lines.packed(Lines.posts(0, 6_000), compression);
        byte[] cut = Arrays.copyOf(packed, packed.length * 2 / 3);
        FileSplit split = whole("a.jsonl" + compression.ending(), cut);

        List<Chunk> chunks = read(split);

        assertThat(Lines.posts(0, 6_000)).startsWith(text(chunks));
        assertThat(text(chunks)).hasSizeGreaterThan(100_000);
        assertThat(problemOf(chunks).reason()).isEqualTo("file-cut-short");
        assertThat(problemOf(chunks).message()).contains(split.path(), "cut short", "Fetch it again");
        assertThat(chunks).filteredOn(chunk -> chunk.batch().problem() != null).hasSize(1);
        assertThat(read(split.at(chunks.get(chunks.size() - 1).next()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Compression.class,
            names = {"GZIP", "BZIP2"})
    void damagedFileSaysSo(Compression compression) throws IOException {
        byte[] packed = Lines.packed(Lines.posts(0, 6_000), compression);
        Arrays.fill(packed, packed.length / 2, packed.length / 2 + 100, (byte) 0x55);

        List<Chunk> chunks = read(whole("a.jsonl" + compression.ending(), packed));

        assertThat(problemOf(chunks).reason()).isEqualTo("file-damaged");
    }

    @ParameterizedTest
    @EnumSource(
            value = Compression.class,
            names = {"GZIP", "BZIP2"})
    void fileWhoseEndingMisleadsSaysSo(Compression compression) throws IOException {
        List<Chunk> chunks = read(whole("a.jsonl" + compression.ending(), Lines.utf8(Lines.posts(0, 3))));

        assertThat(chunks).hasSize(1);
        assertThat(problemOf(chunks).reason()).isEqualTo("file-damaged");
        assertThat(problemOf(chunks).message()).contains("packed in another way than its ending says");
    }

    @Test
    void fileThatIsGoneSaysSoAndTheNextIsRead() throws IOException {
        FileSplit gone = new FileSplit(folder.resolve("gone.json").toString(), 0, 0, Long.MAX_VALUE, 0);
        FileSplit there = whole("there.json", Lines.utf8("{}\n"));

        List<Chunk> chunks = read(gone, there);

        assertThat(problemOf(chunks.subList(0, 1)).reason()).isEqualTo("file-unreadable");
        assertThat(problemOf(chunks.subList(0, 1)).message()).contains("gone.json: the file is gone");
        assertThat(text(chunks)).isEqualTo("{}\n");
    }

    @Test
    void lineOfTwentyMegabytesIsPassedOver() throws IOException {
        Path file = folder.resolve("a.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(Lines.utf8("{\"a\":\""));
            byte[] megabyte = new byte[1 << 20];
            Arrays.fill(megabyte, (byte) 'x');
            for (int i = 0; i < 20; i++) {
                out.write(megabyte);
            }
            out.write(Lines.utf8("\"}\n{}\n"));
        }

        List<Chunk> chunks = read(ReadSettings.DEFAULT, new FileSplit(file.toString(), 0, 0, Long.MAX_VALUE, 0));

        assertThat(problemOf(chunks.subList(0, 1)).reason()).isEqualTo("line-too-long");
        assertThat(chunks.get(0).batch().length()).isEqualTo(4_096);
        assertThat(text(chunks.subList(1, 2))).isEqualTo("{}\n");
    }

    @Test
    void waitingForARecordIsCutShortByAWord() throws Exception {
        // The second record is due in 50 seconds.
        String lines = Lines.post(0) + "\n" + Lines.post(50_000) + "\n";
        FileSplitReader reader = new FileSplitReader(new ReadSettings(1, 1 << 20, 1 << 10, 1 << 20));
        reader.handleSplitsChanges(new SplitsAddition<>(List.of(whole("a.json", Lines.utf8(lines)))));
        assertThat(reader.fetch().nextSplit()).isNotNull();

        CompletableFuture<String> next = CompletableFuture.supplyAsync(() -> {
            try {
                return String.valueOf(reader.fetch().nextSplit());
            } catch (IOException e) {
                return e.toString();
            }
        });
        Awaitility.await()
                .pollDelay(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(10))
                .until(() -> {
                    reader.wakeUp();
                    return next.isDone();
                });

        assertThat(next).isCompletedWithValue("null");
        reader.close();
    }

    @Test
    void splitsComeBackFromACheckpointAsTheyWere() throws IOException {
        FileSplit split = new FileSplit("/posts/über.json", 3, 5, 17, 9);
        PendingSplits pending = new PendingSplits(List.of(split, split.at(FileSplit.READ)));
        FileSplitSerializer ofSplit = FileSplitSerializer.INSTANCE;
        PendingSplitsSerializer ofPending = PendingSplitsSerializer.INSTANCE;

        assertThat(ofSplit.deserialize(ofSplit.getVersion(), ofSplit.serialize(split)))
                .isEqualTo(split);
        assertThat(ofPending.deserialize(ofPending.getVersion(), ofPending.serialize(pending)))
                .isEqualTo(pending);
    }
}
