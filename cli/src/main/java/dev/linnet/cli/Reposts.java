package dev.linnet.cli;

import dev.linnet.keywords.mining.RepostedAuthor;
import dev.linnet.keywords.mining.XArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Whom the owner of an X archive reposts. */
final class Reposts {
    private Reposts() {}

    /** The authors whom the archives among some sources repost often enough, the most reposted first. */
    static List<RepostedAuthor> of(List<String> sources, int least) {
        for (String source : sources) {
            try {
                Path path = Path.of(source);
                if (Files.exists(path) && XArchive.isArchive(path)) {
                    return XArchive.repostedAuthors(path).stream()
                            .filter(author -> author.reposts() >= least)
                            .toList();
                }
            } catch (InvalidPathException e) {
                continue; // an address
            } catch (IOException e) {
                throw CommandException.failed(String.valueOf(e.getMessage()), e);
            }
        }
        throw CommandException.usage("--trust-reposts needs an X archive among what is read: its zip or its folder");
    }
}
