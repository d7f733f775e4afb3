package dev.linnet.keywords.mining;

import dev.linnet.keywords.mining.phrase.BlogTopics;
import dev.linnet.keywords.mining.phrase.PhraseRanking;
import dev.linnet.keywords.mining.phrase.PhraseReader;
import dev.linnet.keywords.mining.phrase.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a text, or an author, writes about. English is read with a part-of-speech tagger; German, French, Spanish,
 * Italian, Portuguese and Dutch by their stop words; texts in other languages are read word by word.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class KeyphraseMiner {
    private final PhraseReader reader = new PhraseReader();

    /** The keyphrases of one article, best first, each once. */
    public List<Keyphrase> mine(Article article) {
        return new PhraseRanking().rank(reader.read(article));
    }

    /**
     * The keyphrases of each article, best first, by its id. How many of the articles a phrase stands in is taken into
     * account.
     *
     * @param articles texts of one kind, such as a blog's posts
     */
    public Map<String, List<Keyphrase>> mineEach(List<Article> articles) {
        PhraseRanking ranking = new PhraseRanking();
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Article article : articles) {
            Reading reading = reader.read(article);
            ranking.learn(reading);
            readings.put(article.id(), reading);
        }
        Map<String, List<Keyphrase>> phrases = new LinkedHashMap<>();
        readings.forEach((id, reading) -> phrases.put(id, ranking.rank(reading)));
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
        for (Article article : articles) {
            Reading reading = reader.read(article, tags);
            topics.add(article, reading);
        }
        return topics.ranked();
    }
}
