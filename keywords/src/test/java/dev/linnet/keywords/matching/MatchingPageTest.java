package dev.linnet.keywords.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/matching.md are true, of the matcher and of the prefilter. */
class MatchingPageTest {
    private static final Pattern ROW = Pattern.compile("\\| `(.+?)` \\| `(.+?)` \\| (?:`(.+?)`|–) \\|");

    @ParameterizedTest
    @MethodSource("examples")
    void keywordIsFoundWhereThePageSays(String keyword, String post, String found) {
        Vocabulary vocabulary = Vocabulary.of(List.of(Keyword.of(keyword, 1)));
        List<KeywordMatch> matches = KeywordMatcher.of(vocabulary).match(post);

        assertThat(matches.stream().map(match -> post.substring(match.start(), match.end())))
                .as(keyword)
                .startsWith(found.isEmpty() ? new String[0] : new String[] {found});
        assertThat(matches.isEmpty()).isEqualTo(found.isEmpty());
        byte[] record = ("{\"text\":\"" + post.replace("&", "&amp;") + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(Prefilter.of(vocabulary).mayMatch(record, 0, record.length) || found.isEmpty())
                .isTrue();
    }

    static List<Arguments> examples() throws IOException {
        List<Arguments> examples = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("..", "docs", "matching.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String found = row.group(3);
                examples.add(Arguments.of(row.group(1), row.group(2), found == null ? "" : found));
            }
        }
        assertThat(examples).hasSizeGreaterThan(40);
        return examples;
    }
}
