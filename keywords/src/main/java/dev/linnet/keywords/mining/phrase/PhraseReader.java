package dev.linnet.keywords.mining.phrase;

import dev.linnet.keywords.mining.Article;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the possible keyphrases of a text: noun phrases and their parts in English, runs of words between stop words in
 * other languages. One instance serves one thread.
 */
public final class PhraseReader {
    private @Nullable Tagger tagger;

    /** Takes an article's title and text apart. */
    public Reading read(Article article) {
        List<Tokens.Sentence> sentences = sentences(article);
        CandidateReader candidates = new CandidateReader();
        String language = language(article);
        SpanReader spans = new SpanReader(language, WordClass.forCandidates(sentences), candidates);
        sentences.forEach(spans::sentence);
        return candidates.reading(language);
    }

    /**
     * Finds what may be an author's topics in an article's title and text.
     *
     * @param known keys of phrases, such as the author's tags, that are found whatever the tagger makes of them
     */
    public Uses uses(Article article, Set<String> known) {
        List<Tokens.Sentence> sentences = sentences(article);
        WordClass words = WordClass.forTopics(sentences);
        String language = language(article);
        UseReader uses = new UseReader(language, words, known);
        SpanReader spans = new SpanReader(language, words, uses);
        sentences.forEach(spans::sentence);
        return uses.uses(sentences);
    }

    private List<Tokens.Sentence> sentences(Article article) {
        boolean english = language(article).equals("en");
        if (english && tagger == null) {
            tagger = new Tagger();
        }
        return new Tokens(english ? tagger : null).of(TextLayout.of(article));
    }

    private static String language(Article article) {
        return article.language().equals("und") ? "en" : article.language();
    }
}
