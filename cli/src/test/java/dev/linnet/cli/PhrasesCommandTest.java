package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhrasesCommandTest {
    @TempDir
    private Path folder;

    @Test
    void phrasesOfWantedPostsAreWrittenWithTheirAuthors() throws IOException {
        CliRun run = CliRun.of("phrases", "--keyword", "fern", posts(true).toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).matches("spore cabinet\t12\t[0-9.]+"));
    }

    @Test
    void trackedPhraseIsNotWritten() throws IOException {
        CliRun run = CliRun.of(
                "phrases",
                "--keyword",
                "spore",
                "--keyword",
                "cabinets",
                posts(true).toString());

        assertThat(run.out()).doesNotContain("spore").doesNotContain("cabinet");
    }

    @Test
    void withoutRelevanceEveryPostCountsAsWanted() throws IOException {
        CliRun run = CliRun.of("phrases", "--json", posts(false).toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"phrase\":\"spore cabinet\"").contains("\"example\":\"");
    }

    @Test
    void wrongLinesAreToldAndPassedOver() throws IOException {
        Path file = folder.resolve("wrong.jsonl");
        Files.writeString(
                file,
                "{\"text\":\n{\"id\":1}\n\n{\"text\":\"a\",\"relevance\":2}\n{\"text\":\"a\",\"created_at\":\"now\"}\n");

        CliRun run = CliRun.of("phrases", file.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("line 1: it is no JSON")
                .contains("line 2: a post must be an object with a \"text\"")
                .contains("line 4: \"relevance\" must be a number from 0 to 1, but is 2")
                .contains("line 5: \"created_at\" must be as");
    }

    @Test
    void wrongUsageIsToldBeforeAnythingIsRead() {
        assertThat(CliRun.of("phrases", "--most", "0").exitCode()).isEqualTo(2);
        assertThat(CliRun.of("phrases", "--keyword", "...").err()).contains("has no letter to look for");
        assertThat(CliRun.of("phrases", "no-such-file").err()).contains("there is no file no-such-file");
    }

    private Path posts(boolean judged) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            line(lines, "ana" + i, "spore cabinet note" + i + " at home", judged ? "0.9" : "");
            line(lines, "bo" + i, "lunch note" + i + " with nobody", judged ? "0.05" : "");
            line(lines, "cy" + i, "fern note" + i + " seen", judged ? "0.8" : "");
        }
        return Files.writeString(folder.resolve("posts.jsonl"), lines);
    }

    private static void line(StringBuilder lines, String author, String text, String relevance) {
        lines.append("{\"author\":\"")
                .append(author)
                .append("\",\"text\":\"")
                .append(text)
                .append('"');
        lines.append(relevance.isEmpty() ? "" : ",\"relevance\":" + relevance).append("}\n");
    }
}
