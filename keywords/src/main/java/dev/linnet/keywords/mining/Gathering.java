package dev.linnet.keywords.mining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reading has brought together so far. */
final class Gathering {
    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Progress progress;
    private int known;
    private int done;

    Gathering(Progress progress) {
        this.progress = progress;
    }

    void expect(int more) {
        known += more;
    }

    void step(String what) {
        done++;
        known = Math.max(known, done);
        progress.step(what, done, known);
    }

    void problem(String source, String what, String mend) {
        problems.add(new Problem(source, what, mend));
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    void article(Article article) {
        articles.putIfAbsent(article.id(), article);
    }

    /** Takes an article; one without words is a problem if the user named it, and passed over if not. */
    void articleUnlessEmpty(String id, @Nullable Article article, boolean namedByUser) {
        if (article != null && !(article.text().isBlank() && article.title().isBlank())) {
            article(article);
        } else if (namedByUser) {
            problem(id, "holds no text", "name a page or file with a post in it");
        }
    }

    boolean has(String id) {
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
