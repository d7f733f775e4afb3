package dev.linnet.pipeline.mining;

import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.Blog;
import dev.linnet.keywords.mining.BlogReader;
import dev.linnet.keywords.mining.KeyphraseMiner;
import dev.linnet.keywords.mining.MinedKeyword;
import dev.linnet.keywords.mining.Progress;
import dev.linnet.keywords.mining.ReadingRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Mines the keywords of a blog that the configuration names. */
public final class BlogMining {
    private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.\\d{1,3}){3}");

    private final Consumer<String> words;

    /** @param words is told, in plain words, what could not be read */
    public BlogMining(Consumer<String> words) {
        this.words = words;
    }

    /**
     * What a mining brought.
     *
     * @param keywords the best, strongest first
     * @param posts how many posts were read
     */
    public record Mined(List<MinedKeyword> keywords, int posts) {}

    /**
     * Reads all sources and mines them as one author's.
     *
     * @param blog files, folders and addresses
     * @param top how many keywords are wanted
     * @param pages folder that keeps pages already read
     * @throws IOException if a source gives no post, or no keyword stands out; the message names the source and the mend
     */
    public Mined mine(List<String> blog, int top, Path pages) throws IOException {
        List<Article> articles = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (String source : blog) {
            ReadingRules rules = ReadingRules.standard().withCache(pages).withLoopback(isThisMachine(source));
            Blog read = new BlogReader(rules).read(List.of(source), Progress.silent());
            read.problems().forEach(problem -> words.accept(problem.sentence()));
            if (read.articles().isEmpty()) {
                unread.add(source);
            }
            articles.addAll(read.articles());
        }
        if (!unread.isEmpty()) {
            throw new IOException("no posts could be read from " + String.join(", ", unread)
                    + "; see that it can be reached, or take it out of vocabulary.blog");
        }
        List<MinedKeyword> mined = new KeyphraseMiner().mine(articles);
        if (mined.isEmpty()) {
            throw new IOException("no keywords were found in " + String.join(", ", blog)
                    + "; name a blog with posts, or write the vocabulary yourself, one keyword a line");
        }
        return new Mined(List.copyOf(mined.subList(0, Math.min(top, mined.size()))), articles.size());
    }

    /** Who names an address of this machine allows it; a public site that leads there does not. */
    static boolean isThisMachine(String source) {
        try {
            String host = URI.create(source).getHost();
            return host != null
                    && (host.toLowerCase(Locale.ROOT).equals("localhost")
                            || host.equals("[::1]")
                            || LOOPBACK.matcher(host).matches());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
