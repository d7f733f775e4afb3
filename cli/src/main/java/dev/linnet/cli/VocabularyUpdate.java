package dev.linnet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.keywords.mining.MinedKeyword;
import dev.linnet.keywords.mining.RepostedAuthor;
import dev.linnet.keywords.mining.vocabulary.VocabularyChange;
import dev.linnet.keywords.mining.vocabulary.VocabularyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What mining again does to a vocabulary file: shown, written, or both. */
final class VocabularyUpdate {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable VocabularyFile shownAgainst;
    private final @Nullable Path target;
    private final @Nullable VocabularyFile before;

    private VocabularyUpdate(
            @Nullable VocabularyFile shownAgainst, @Nullable Path target, @Nullable VocabularyFile before) {
        this.shownAgainst = shownAgainst;
        this.target = target;
        this.before = before;
    }

    /**
     * Reads the files that an update is about.
     *
     * @param diff the file to show the changes of, or null
     * @param write the file to write or bring up to date, or null
     */
    static VocabularyUpdate of(@Nullable Path diff, @Nullable Path write) {
        VocabularyFile before = write != null && Files.exists(write) ? read(write) : null;
        return new VocabularyUpdate(diff == null ? null : read(diff), write, before);
    }

    private static VocabularyFile read(Path file) {
        try {
            return VocabularyFile.read(file);
        } catch (IOException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    boolean isWanted() {
        return shownAgainst != null || target != null;
    }

    /**
     * @param reposted authors who become trusted in the file that is written
     * @param posts how many posts the keywords were mined from
     */
    void carryOut(
            List<RepostedAuthor> reposted,
            List<MinedKeyword> mined,
            int posts,
            PrintWriter out,
            PrintWriter err,
            boolean json) {
        if (shownAgainst != null) {
            List<VocabularyChange> changes = shownAgainst.diff(shownAgainst.minedAgain(mined));
            changes.forEach(change -> out.println(json ? json(change) : plain(change)));
            out.flush();
            if (changes.isEmpty()) {
                err.println("linnet: mining again would change nothing");
            }
        }
        if (target != null) {
            write(target, reposted, mined, posts, err);
        }
    }

    private void write(Path file, List<RepostedAuthor> reposted, List<MinedKeyword> mined, int posts, PrintWriter err) {
        VocabularyFile after = (before == null ? VocabularyFile.of(mined) : before.minedAgain(mined))
                .minedAt(Instant.now(), posts)
                .withTrusted(reposted.stream().map(RepostedAuthor::handle).toList());
        try {
            after.write(file);
        } catch (IOException e) {
            throw CommandException.failed(
                    file + " cannot be written: " + e.getMessage() + "; free the disk, or name another file", e);
        }
        int changes = before == null ? 0 : before.diff(after).size();
        err.println("linnet: wrote " + file + ": " + after.keywords().size() + " keywords"
                + (before == null ? "" : ", " + changes + (changes == 1 ? " change" : " changes")));
        if (!reposted.isEmpty()) {
            err.println("linnet: trusted because you repost them: "
                    + reposted.stream()
                            .map(author -> "@" + author.handle() + " (" + author.reposts() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String plain(VocabularyChange change) {
        return switch (change.kind()) {
            case ADDED -> String.format(Locale.ROOT, "+ %s\t%.2f", change.text(), change.after());
            case GONE -> String.format(Locale.ROOT, "- %s\t%.2f", change.text(), change.before());
            case WEIGHT ->
                String.format(Locale.ROOT, "~ %s\t%.2f → %.2f", change.text(), change.before(), change.after());
            case PRIORITY -> "~ " + change.text() + "\tpriority";
            case VARIANTS -> "~ " + change.text() + "\tother spellings";
        };
    }

    private static String json(VocabularyChange change) {
        return JSON.createObjectNode()
                .put("change", change.kind().name().toLowerCase(Locale.ROOT))
                .put("keyword", change.text())
                .put("before", change.before())
                .put("after", change.after())
                .toString();
    }
}
