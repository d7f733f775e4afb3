package dev.linnet.keywords.mining;

import dev.linnet.keywords.mining.web.FetchException;
import dev.linnet.keywords.mining.web.SiteReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reading has brought together so far. */
final class Gathering implements SiteReader.Listener {
    /** Characters of one article: twenty times a long post, and a thousand of them still fit into memory. */
    private static final int LONGEST = 250_000;

    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Progress progress;
    private int known;
    private int done;

    Gathering(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void expect(int more) {
        known += more;
    }

    @Override
    public void step(String what) {
        done++;
        known = Math.max(known, done);
        progress.step(RedactedUrl.of(PlainWords.line(what)), done, known);
    }

    void problem(String source, String what, String mend) {
        problems.add(new Problem(source, what, mend));
    }

    @Override
    public void problem(FetchException problem) {
        problems.add(problem.problem());
    }

    @Override
    public void article(Article article) {
        String text = PlainWords.of(article.text());
        if (text.length() > LONGEST) {
            problem(
                    article.id(),
                    "is longer than " + LONGEST + " characters, of which the first are read",
                    "split it, if it is several posts in one");
            text = text.substring(0, LONGEST);
        }
        articles.putIfAbsent(article.id(), article.withWords(PlainWords.of(article.title()), text));
    }

    /** Takes an article; one without words is a problem if the user named it, and passed over if not. */
    void articleUnlessEmpty(String id, @Nullable Article article, boolean namedByUser) {
        if (article != null && !(article.text().isBlank() && article.title().isBlank())) {
            article(article);
        } else if (namedByUser) {
            problem(id, "holds no text", "name a page or file with a post in it");
        }
    }

    @Override
    public boolean has(String id) {
        return articles.containsKey(id);
    }

    int articles() {
        return articles.size();
    }

    int problems() {
        return problems.size();
    }

    List<Article> all() {
        return List.copyOf(articles.values());
    }

    Blog blog() {
        return new Blog(all(), problems);
    }
}
