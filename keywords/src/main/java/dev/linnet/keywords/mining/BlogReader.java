package dev.linnet.keywords.mining;

import dev.linnet.keywords.mining.page.Languages;
import dev.linnet.keywords.mining.web.SiteReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads an author's blog from files, folders, an X archive and the web. What cannot be read is told; the rest goes on. */
public final class BlogReader {
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://");

    private final ReadingRules rules;

    /** A reader that keeps to these rules. */
    public BlogReader(ReadingRules rules) {
        this.rules = rules;
    }

    /**
     * Reads all sources in turn.
     *
     * @param sources paths of files or folders, and http or https addresses of feeds, sites or pages
     * @param progress hears of each file and page
     */
    public Blog read(List<String> sources, Progress progress) {
        Gathering gathering = new Gathering(progress);
        SiteReader sites = new SiteReader(rules, gathering);
        for (String source : sources) {
            read(source.strip(), gathering, sites);
        }
        if (gathering.articles() == 0 && gathering.problems() == 0) {
            gathering.problem(String.join(", ", sources), "holds no posts", "name a blog, a folder of posts or a feed");
        }
        tellUnsupportedLanguages(gathering);
        return gathering.blog();
    }

    private void read(String source, Gathering gathering, SiteReader sites) {
        if (source.regionMatches(true, 0, "http://", 0, 7) || source.regionMatches(true, 0, "https://", 0, 8)) {
            sites.read(source);
            return;
        }
        if (ADDRESS.matcher(source).lookingAt()) {
            gathering.problem(source, "is an address that is not read", "only http and https addresses and paths are");
            return;
        }
        try {
            new FolderReader(rules, gathering).read(Path.of(source));
        } catch (InvalidPathException e) {
            gathering.problem(source, "is neither a path nor an address", "write a path, or https://…");
        }
    }

    private static void tellUnsupportedLanguages(Gathering gathering) {
        Map<String, Integer> counts = new TreeMap<>();
        String first = "";
        for (Article article : gathering.all()) {
            if (!Languages.supported(article.language())) {
                first = counts.isEmpty() ? article.id() : first;
                counts.merge(article.language(), 1, Integer::sum);
            }
        }
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            gathering.problem(
                    first,
                    "the language '" + entry.getKey() + "' has no word list (" + entry.getValue()
                            + " posts), so common words may come out as keywords",
                    "check its keywords by hand, or leave those posts out");
        }
    }
}
