package dev.linnet.pipeline.mining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.mining.MinedKeyword;
import dev.linnet.keywords.mining.vocabulary.VocabularyFile;
import dev.linnet.pipeline.MemoryJournal;
import dev.linnet.pipeline.filter.JournalVocabulary;
import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyKeeperTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private final MemoryJournal journal = MemoryJournal.empty();
    private final JournalAccess.Session session = journal.open();
    private final List<String> told = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private BlogMining.Mined blog = mined(mined("fern", 3), mined("moss", 1));
    private boolean down;
    private Path path;

    @BeforeEach
    void writeFile() throws IOException {
        path = folder.resolve("vocabulary.yaml");
        VocabularyFile.of(blog.keywords()).minedAt(START, 10).write(path);
    }

    @Test
    void minedAgainOnceItIsTimeAndTheChangesAreJournalled() throws IOException {
        VocabularyKeeper keeper = keeper();
        assertThat(keeper.tend()).isEqualTo(Duration.ofSeconds(10));
        blog = mined(mined("fern", 2.5), mined("lichen", 1.5));

        clock.pass(DAY.minusSeconds(5));
        assertThat(keeper.tend()).isEqualTo(Duration.ofSeconds(5));
        assertThat(acts()).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        keeper.tend();

        assertThat(acts())
                .containsExactly(
                        "linnet/mining SET_KEYWORD fern 2.5",
                        "linnet/mining SET_KEYWORD lichen 1.5",
                        "linnet/mining REMOVE_KEYWORD moss null");
        assertThat(journal.entries())
                .extracting(JournalEntry::why)
                .containsExactly(
                        "found in 2 posts: On fern.", "found in 2 posts: On lichen.", "no longer found in the blog");
        assertThat(VocabularyFile.read(path).lastMining().at()).isEqualTo(START.plus(DAY));
        clock.pass(Duration.ofHours(1));
        keeper.tend();
        assertThat(acts()).hasSize(3);
    }

    @Test
    void handEditsAreTakenUpAndMiningKeepsThem() throws IOException {
        VocabularyKeeper keeper = keeper();
        keeper.tend();
        edit("weight: 3", "weight: 1.5");
        edit("removed: []", "removed: [lichen]");
        edit("trusted: []", "trusted: [tina]");
        edit("muted: []", "muted: [lottery]");

        keeper.tend();
        blog = mined(mined("fern", 2.8), mined("moss", 1), mined("lichen", 2));
        clock.pass(DAY);
        keeper.tend();

        assertThat(acts())
                .containsExactly(
                        "linnet/file SET_KEYWORD fern 1.5",
                        "linnet/file TRUST tina null",
                        "linnet/file MUTE lottery null");
        assertThat(journal.entries().get(0).why()).isEqualTo("edited in vocabulary.yaml");
    }

    @Test
    void otherSpellingsReachTheJob() throws IOException {
        VocabularyKeeper keeper = keeper();
        edit("text: fern\n", "text: fern\n    variants: [bracken]\n");
        keeper.tend();

        assertThat(new JournalVocabulary(VocabularyFile.of(blog.keywords()).vocabulary(), journal)
                        .current()
                        .vocabulary()
                        .keywords())
                .contains(new Keyword("fern", 3, false, List.of("bracken")));
    }

    @Test
    void whatAPersonDecidedInTheConsoleIsLeftAlone() throws IOException {
        VocabularyKeeper keeper = keeper();
        journal.append(Act.SET_KEYWORD, " Fern", Map.of("weight", 0.7));
        journal.append(Act.REMOVE_KEYWORD, "lichen", Map.of());
        blog = mined(mined("fern", 2), mined("lichen", 2), mined("moss", 1));

        clock.pass(DAY);
        keeper.tend();
        clock.pass(DAY);
        keeper.tend();

        assertThat(acts()).as("mining changes nothing").hasSize(2);
        edit("weight: 3", "weight: 2.2");
        keeper.tend();
        assertThat(acts()).as("but a later edit in the file does").last().isEqualTo("linnet/file SET_KEYWORD fern 2.2");
    }

    @Test
    void editsMadeWhileNoJobRanAreJournalledAtTheStart() throws IOException {
        VocabularyKeeper first = keeper();
        blog = mined(mined("fern", 2), mined("moss", 1));
        clock.pass(DAY);
        first.tend();
        edit("weight: 2", "weight: 2.9");

        keeper().tend();
        keeper().tend();

        assertThat(acts())
                .as("else the journal's older act would win; and only once")
                .containsExactly("linnet/mining SET_KEYWORD fern 2.0", "linnet/file SET_KEYWORD fern 2.9");
    }

    @Test
    void failedMiningIsToldAndTriedAgain() throws IOException {
        VocabularyKeeper keeper = keeper();
        down = true;
        clock.pass(DAY);

        assertThat(keeper.tend()).isEqualTo(Duration.ofSeconds(10));
        keeper.tend();
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).contains("the host is away").contains("tried again in 15 min");
        down = false;
        blog = mined(mined("fern", 3), mined("moss", 1), mined("lichen", 1));
        clock.pass(Duration.ofMinutes(15));
        keeper.tend();

        assertThat(acts()).containsExactly("linnet/mining SET_KEYWORD lichen 1.0");
    }

    @Test
    void halfReadBlogDoesNotCostKeywords() throws IOException {
        VocabularyKeeper keeper = keeper();
        blog = new BlogMining.Mined(List.of(mined("fern", 3)), 4);
        clock.pass(DAY);
        keeper.tend();

        assertThat(told).singleElement().asString().contains("only 4 posts could be read, where there were 10");
        assertThat(acts()).isEmpty();
    }

    @Test
    void fileWithAMistakeIsToldOnceAndTheVocabularyStays() throws IOException {
        VocabularyKeeper keeper = keeper();
        edit("weight: 3", "weight: heavy");
        keeper.tend();
        keeper.tend();

        assertThat(told).singleElement().asString().contains("must be a number").contains("stays");
        edit("weight: heavy", "weight: 2");
        keeper.tend();
        assertThat(acts()).containsExactly("linnet/file SET_KEYWORD fern 2.0");
    }

    @Test
    void handWrittenListIsNotMinedInto() throws IOException {
        Files.writeString(path, "keywords: [fern]\n");
        VocabularyKeeper keeper = keeper();
        clock.pass(DAY);
        keeper.tend();
        clock.pass(DAY);
        keeper.tend();

        assertThat(told).singleElement().asString().contains("was written by hand");
        assertThat(path).hasContent("keywords: [fern]\n");
    }

    @Test
    void missingFileIsToldOnceAndItsKeywordsStay() throws IOException {
        VocabularyKeeper keeper = keeper();
        Files.delete(path);
        keeper.tend();
        clock.pass(DAY);
        keeper.tend();

        assertThat(told).singleElement().asString().contains("is not there where the job runs");
        assertThat(acts()).isEmpty();
    }

    @Test
    void readOnlyFileIsNotMinedInto() throws IOException {
        VocabularyKeeper keeper = keeper();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isWritable(path), "root may write anything");
        clock.pass(DAY);
        keeper.tend();

        assertThat(told).singleElement().asString().contains("cannot be written where the job runs");
    }

    @Test
    void actsThatCouldNotBeWrittenAreWrittenLater() throws IOException {
        String asTheJobBegan = Files.readString(path);
        VocabularyKeeper keeper = keeper(asTheJobBegan);
        keeper.tend();
        blog = mined(mined("fern", 2), mined("moss", 1));
        clock.pass(DAY);
        journal.failNextAppends(1);
        org.assertj.core.api.Assertions.assertThatThrownBy(keeper::tend).hasMessageContaining("the journal is down");

        keeper(asTheJobBegan).tend();

        assertThat(acts()).hasSize(1).first().asString().endsWith("SET_KEYWORD fern 2.0");
    }

    private VocabularyKeeper keeper() throws IOException {
        return keeper(Files.readString(path));
    }

    private VocabularyKeeper keeper(String text) throws IOException {
        KeeperSettings settings = new KeeperSettings(
                path.toString(),
                text,
                List.of("https://blog.example.org"),
                100,
                DAY,
                Duration.ofSeconds(10),
                folder.toString(),
                Set.of("configured"),
                Set.of());
        return new VocabularyKeeper(settings, session, this::mine, clock, told::add);
    }

    private BlogMining.Mined mine() throws IOException {
        if (down) {
            throw new IOException("the host is away");
        }
        return blog;
    }

    private List<String> acts() {
        return journal.entries().stream()
                .map(entry -> entry.who() + " " + entry.act() + " " + entry.subject() + " "
                        + entry.data().get("weight"))
                .toList();
    }

    private void edit(String from, String to) throws IOException {
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private static BlogMining.Mined mined(MinedKeyword... keywords) {
        return new BlogMining.Mined(List.of(keywords), 10);
    }

    private static MinedKeyword mined(String text, double weight) {
        return new MinedKeyword(text, weight, List.of("a.md", "b.md"), "On " + text + ".", List.of());
    }

    private static final class SettableClock extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
