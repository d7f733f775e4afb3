package dev.linnet.cli;

import dev.linnet.keywords.mining.ReadingRules;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that read blogs, and the rules that they make. */
final class ReadingOptions {
    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Most posts read from one source; default: ${DEFAULT-VALUE}.")
    private int most = 1_000;

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            description = "Where pages are kept, so that only what has changed is fetched again; by itself a folder of"
                    + " the user's cache.")
    private @Nullable Path cache;

    @Option(names = "--no-cache", description = "Keep no pages, and fetch every page anew.")
    private boolean noCache;

    @Mixin
    private final LoopbackOption loopback = new LoopbackOption();

    ReadingRules rules() {
        if (most < 1) {
            throw CommandException.usage("--most must be 1 or more, but is " + most);
        }
        if (noCache && cache != null) {
            throw CommandException.usage(
                    "--cache names a folder for pages, and --no-cache wants none; give one of them");
        }
        ReadingRules rules = loopback.rules().withMaxArticles(most);
        return noCache ? rules : rules.withCache(cache == null ? usualCache() : cache);
    }

    /** As the XDG base directory specification has it. */
    private static Path usualCache() {
        String set = System.getenv("XDG_CACHE_HOME");
        Path base = set == null || set.isBlank() || !Path.of(set).isAbsolute()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(set);
        return base.resolve("linnet").resolve("pages");
    }
}
