package dev.linnet.keywords.mining;

import dev.linnet.keywords.mining.phrase.BlogTopics;
import dev.linnet.keywords.mining.phrase.PhraseRanking;
import dev.linnet.keywords.mining.phrase.PhraseReader;
import dev.linnet.keywords.mining.phrase.Reading;
import dev.linnet.keywords.mining.phrase.Uses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what a text, or an author, writes about. English is read with a part-of-speech tagger; German, French, Spanish,
 * Italian, Portuguese and Dutch by their stop words; texts in other languages are read word by word.
 *
 * <p>Several articles are read on all processors; what comes out does not depend on how many there are. Safe for use by
 * several threads.
 */
public final class KeyphraseMiner {
    /** What is read of so many articles is held at once. */
    private static final int AT_ONCE = 200;

    private final ThreadLocal<PhraseReader> readers = ThreadLocal.withInitial(PhraseReader::new);

    /** The keyphrases of one article, best first, each once. */
    public List<Keyphrase> mine(Article article) {
        return new PhraseRanking().rank(readers.get().read(article));
    }

    /**
     * The keyphrases of each article, best first, by its id. How many of the articles a phrase stands in is taken into
     * account.
     *
     * @param articles texts of one kind, such as a blog's posts
     */
    public Map<String, List<Keyphrase>> mineEach(List<Article> articles) {
        PhraseRanking ranking = new PhraseRanking();
        List<Reading> readings = inOrder(articles, article -> readers.get().read(article));
        readings.forEach(ranking::learn);
        List<List<Keyphrase>> ranked = inOrder(readings, ranking::rank);
        Map<String, List<Keyphrase>> phrases = new LinkedHashMap<>();
        for (int i = 0; i < articles.size(); i++) {
            phrases.put(articles.get(i).id(), ranked.get(i));
        }
        return phrases;
    }

    /**
     * What the author of these articles writes about, strongest first. A topic of several posts counts more than a long
     * one in one post, and recent posts count more than old ones.
     *
     * @param articles the author's articles; the newest date among them is "now"
     */
    public List<MinedKeyword> mine(List<Article> articles) {
        BlogTopics topics = new BlogTopics(articles);
        Set<String> tags = BlogTopics.tagKeys(articles);
        for (int from = 0; from < articles.size(); from += AT_ONCE) {
            List<Article> some = articles.subList(from, Math.min(articles.size(), from + AT_ONCE));
            List<Uses> found = inOrder(some, article -> readers.get().uses(article, tags));
            for (int i = 0; i < some.size(); i++) {
                topics.add(some.get(i), found.get(i));
            }
        }
        return topics.ranked();
    }

    private static <T, R> List<R> inOrder(List<T> all, Function<T, R> work) {
        return all.parallelStream().map(work).toList();
    }
}
