package dev.linnet.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The fenced blocks of a page, so that a test runs what the page shows. */
public final class DocumentedQueries {
    private DocumentedQueries() {}

    /** The blocks of a language, in the page's order. */
    public static List<String> in(Path page, String language) {
        Pattern fence =
                Pattern.compile("^```" + Pattern.quote(language) + "\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
        try {
            return fence.matcher(Files.readString(page))
                    .results()
                    .map(MatchResult::group)
                    .map(block -> block.substring(block.indexOf('\n') + 1, block.lastIndexOf("```"))
                            .strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + page, e);
        }
    }
}
