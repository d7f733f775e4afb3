package dev.linnet.pipeline.mining;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How the vocabulary file is kept up to date while a job runs.
 *
 * @param file path of the vocabulary file
 * @param text the file's text when the job was made
 * @param blog files, folders and addresses that its keywords are mined from; may be empty
 * @param top how many keywords are mined
 * @param mineEvery time between two minings; zero never mines again
 * @param lookEvery time between two looks at the file; zero never looks
 * @param pages folder that keeps pages already read
 * @param trusted handles that the configuration trusts, whatever the file says
 * @param muted words that the configuration mutes, whatever the file says
 */
public record KeeperSettings(
        String file,
        String text,
        List<String> blog,
        int top,
        Duration mineEvery,
        Duration lookEvery,
        String pages,
        Set<String> trusted,
        Set<String> muted)
        implements Serializable {
    public KeeperSettings {
        blog = List.copyOf(blog);
        trusted = Set.copyOf(trusted);
        muted = Set.copyOf(muted);
    }

    Path path() {
        return Path.of(file);
    }
}
