package dev.linnet.keywords.mining.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.mining.MinedKeyword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyFileTest {
    private static final List<MinedKeyword> MINED = List.of(
            mined("dawn chorus", 3, "dawn choruses"), mined("swift boxes", 2.41), mined("c++ \"quoted\": yes", 1));

    @TempDir
    Path folder;

    @Test
    void writtenFileReadsBackAsItWas() throws IOException {
        VocabularyFile file = VocabularyFile.of(MINED).withTrusted(List.of("@Alice"));
        Path path = folder.resolve("sub/vocabulary.yaml");
        file.write(path);

        assertThat(VocabularyFile.read(path)).isEqualTo(file);
        assertThat(VocabularyFile.read(path).vocabulary().keywords())
                .contains(new Keyword("dawn chorus", 3, false, List.of("dawn choruses")));
        assertThat(VocabularyFile.read(path).vocabulary().trustedAuthors()).containsExactly("alice");
    }

    @Test
    void handEditsSurviveTheNextMining() throws IOException {
        VocabularyFile edited = yaml("""
                version: 1
                keywords:
                  - text: dawn chorus
                    weight: 1.5
                    mined: 3
                  # she told me about these
                  - text: owl pellets
                    weight: 2
                  - text: swift boxes
                    weight: 2.41
                    mined: 2.41
                    priority: true
                  - text: gutter
                    weight: 0.6
                    mined: 0.6
                removed: [urban fox]
                last-mined: [dawn chorus, swift boxes, gutter, tram]
                """);

        VocabularyFile next = edited.minedAgain(
                List.of(mined("dawn chorus", 2.9), mined("tram", 2), mined("urban fox", 1), mined("green roof", 1.2)));

        assertThat(next.keywords())
                .extracting(VocabularyEntry::text)
                .as("own and prioritised stay, the deleted and the removed stay away, the new comes, the unfound goes")
                .containsExactly("dawn chorus", "owl pellets", "swift boxes", "green roof");
        assertThat(next.keywords().get(0).weight()).isEqualTo(1.5);
        assertThat(next.keywords().get(0).mined()).isEqualTo(2.9);
        assertThat(next.keywords().get(2).priority()).isTrue();
        assertThat(next.removed()).containsExactly("urban fox", "tram");
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.yaml()).contains("# she told me about these");
        assertThat(yaml(next.yaml())).isEqualTo(next);
    }

    @Test
    void minedWeightFollowsTheNextMining() throws IOException {
        VocabularyFile next = VocabularyFile.of(MINED).minedAgain(List.of(mined("swift boxes", 2.8)));

        assertThat(next.keywords()).extracting(VocabularyEntry::weight).containsExactly(2.8);
    }

    @Test
    void diffTellsWhatChanges() {
        VocabularyFile before = VocabularyFile.of(MINED);

        assertThat(before.diff(before.minedAgain(List.of(mined("swift boxes", 2.8), mined("tram", 1)))))
                .containsExactlyInAnyOrder(
                        new VocabularyChange(VocabularyChange.Kind.WEIGHT, "swift boxes", 2.41, 2.8),
                        new VocabularyChange(VocabularyChange.Kind.ADDED, "tram", 0, 1),
                        new VocabularyChange(VocabularyChange.Kind.GONE, "dawn chorus", 3, 0),
                        new VocabularyChange(VocabularyChange.Kind.GONE, "c++ \"quoted\": yes", 1, 0));
        assertThat(before.diff(before)).isEmpty();
    }

    @Test
    void miningNoteComesBack() throws IOException {
        VocabularyFile file = VocabularyFile.of(MINED).minedAt(Instant.parse("2026-03-01T10:00:00.25Z"), 120);

        assertThat(file.lastMining().at()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(yaml(file.yaml())).isEqualTo(file);
        assertThat(yaml(file.yaml()).minedAgain(MINED).lastMining().posts()).isEqualTo(120);
    }

    @Test
    void keywordsThatAPersonDecidedElsewhereAreLeftAlone() {
        VocabularyFile before = VocabularyFile.of(MINED);

        VocabularyFile next = before.minedAgain(
                List.of(mined("swift boxes", 2.8), mined("tram", 1), mined("owl", 1)),
                Set.of("dawn chorus", "swift boxes", "tram"));

        assertThat(next.keywords())
                .extracting(VocabularyEntry::text)
                .as("not dropped, not added")
                .containsExactly("dawn chorus", "swift boxes", "owl");
        assertThat(next.keywords().get(1).weight()).as("not changed").isEqualTo(2.41);
        assertThat(next.minedAgain(List.of(mined("tram", 1))).keywords())
                .as("what was left out counts as never seen, not as deleted")
                .extracting(VocabularyEntry::text)
                .contains("tram");
    }

    @Test
    void documentedExampleIsAVocabulary() throws IOException {
        String page = Files.readString(Path.of("../docs/vocabulary.md"));
        String example =
                page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n", page.indexOf("```yaml\n")));

        VocabularyFile file = yaml(example);

        assertThat(file.keywords()).extracting(VocabularyEntry::text).containsExactly("fern wall", "owl pellet");
        assertThat(file.keywords()).allMatch(VocabularyEntry::handMade);
        assertThat(file.lastMining().posts()).isEqualTo(120);
    }

    @Test
    void everyCommentSurvives() throws IOException {
        VocabularyFile edited = yaml(VocabularyWriter.HEAD + """
                # my own head
                version: 1
                # on keywords
                keywords:
                  - text: dawn chorus   # beside the text
                    # within
                    weight: 2 # beside the weight
                    mined: 2
                  # above a bare one
                  - owl
                # not these again
                removed:
                  # too many hits
                  - urban fox
                trusted: [ann]
                muted:
                  - lottery # spam
                last-mined: [dawn chorus]
                # at the end
                """);

        VocabularyFile next = edited.minedAgain(List.of(mined("tram", 1)));

        assertThat(next.yaml())
                .containsSubsequence(
                        "# What Linnet listens for",
                        "# my own head\n",
                        "# at the end\n",
                        "# on keywords\nkeywords:\n",
                        "  # beside the text\n",
                        "  # within\n",
                        "  # beside the weight\n",
                        "  - text: dawn chorus\n",
                        "  # above a bare one\n  - text: owl\n",
                        "  - text: tram\n",
                        "# not these again\nremoved:\n",
                        "  # too many hits\n  - urban fox\n",
                        "  # spam\n  - lottery\n");
        assertThat(next.yaml()).containsOnlyOnce("# What Linnet listens for").containsOnlyOnce("# on keywords");
        assertThat(yaml(next.yaml())).isEqualTo(next);
    }

    @Test
    void newerFormatIsRefusedByThatAlone() {
        VocabularyException e =
                catchThrowableOfType(VocabularyException.class, () -> yaml("format: 2\nkeywords:\n  - words: [owl]\n"));

        assertThat(e.mistakes()).hasSize(1);
        assertThat(e).hasMessageContaining("line 1: the file has format 2 of a newer Linnet");
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsLine() {
        VocabularyException e = catchThrowableOfType(VocabularyException.class, () -> yaml("""
                keywords:
                  - text: dawn chorus
                    weight: heavy
                  - text: Dawn  Chorus
                  - weight: 2
                  - text: swift
                    wieght: 2
                    priority: sometimes
                  - text: owl
                    weight: -1
                trusted: alice
                colour: blue
                """));

        assertThat(e.mistakes())
                .extracting(VocabularyMistake::line)
                .containsExactlyInAnyOrder(3, 4, 5, 7, 8, 10, 11, 12);
        assertThat(e).hasMessageContaining("line 7: 'wieght' is not known here");
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> yaml("keywords:\n  - text: a\n bad\n"))
                .hasMessageContaining("line 3: this is not valid YAML");
    }

    @Test
    void emptyVocabularyIsAClearError() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "# nothing yet\n\n");

        assertThatThrownBy(() -> VocabularyFile.read(list))
                .hasMessageContaining("empty")
                .hasMessageContaining("list.txt");
        assertThatThrownBy(() -> yaml("keywords: []\n")).hasMessageContaining("nothing to listen for");
        assertThatThrownBy(() -> yaml("")).hasMessageContaining("nothing to listen for");
        assertThatThrownBy(() -> yaml("# only words\n")).hasMessageContaining("nothing to listen for");
    }

    @Test
    void missingFileNamesTheMend() {
        assertThatThrownBy(() -> VocabularyFile.read(folder.resolve("none.yaml")))
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("linnet keywords");
    }

    @Test
    void keywordThatCanNeverBeFoundIsNamedWithItsLine() throws IOException {
        String longLine = "word ".repeat(2_000).strip();
        Path list = Files.writeString(folder.resolve("odd.txt"), "moss\n...\n" + longLine + "\n\u200d\n");
        Path yaml = Files.writeString(
                folder.resolve("odd.yaml"), "keywords:\n  - text: moss\n    variants: ['!!']\nmuted:\n  - '***'\n");

        assertThatThrownBy(() -> VocabularyFile.read(list))
                .hasMessageContaining("'...' has no letter, digit or symbol")
                .hasMessageContaining("'word word word")
                .hasMessageContaining("9999 characters")
                .hasMessageContaining("4");
        assertThatThrownBy(() -> VocabularyFile.read(yaml))
                .hasMessageContaining("'!!' has no letter")
                .hasMessageContaining("'***' has no letter");
    }

    @Test
    void plainListTakesWeightsAndComments() throws IOException {
        Path list =
                Files.writeString(folder.resolve("list.txt"), "# birds\nDawn chorus\t3\n#nocmig\nswift\n\nc#\t0.5\n");

        assertThat(VocabularyFile.read(list).vocabulary().keywords())
                .containsExactly(
                        Keyword.of("dawn chorus", 3),
                        Keyword.of("#nocmig", 1),
                        Keyword.of("swift", 1),
                        Keyword.of("c#", 0.5));
    }

    @Test
    void plainListMistakesAreToldAtOnce() throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "swift\tfast\nowl\nOwl\n\t3\nwren\t0\n");

        assertThatThrownBy(() -> VocabularyFile.read(list))
                .hasMessageContaining("line 1: the weight 'fast'")
                .hasMessageContaining("line 3: 'owl' stands in line 2")
                .hasMessageContaining("line 4: there is a weight but no keyword")
                .hasMessageContaining("line 5: the weight '0'");
    }

    private static VocabularyFile yaml(String text) throws VocabularyException {
        return VocabularyFile.parse(text, "vocabulary.yaml", true);
    }

    private static MinedKeyword mined(String text, double weight, String... variants) {
        return new MinedKeyword(
                text, weight, List.of("a.md", "b.md"), "A sentence: it has \"" + text + "\".", List.of(variants));
    }
}
