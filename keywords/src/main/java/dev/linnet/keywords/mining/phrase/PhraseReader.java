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

    /** Reads an article's title and text. */
    public Reading read(Article article) {
        return read(article, Set.of());
    }

    /**
     * Reads an article's title and text.
     *
     * @param known keys of phrases, such as the author's tags, that are found whatever the tagger makes of them
     */
    public Reading read(Article article, Set<String> known) {
        String language = article.language();
        boolean english = language.equals("en") || language.equals("und");
        if (english && tagger == null) {
            tagger = new Tagger();
        }
        List<Tokens.Sentence> sentences = new Tokens(english ? tagger : null).of(TextLayout.of(article));
        SpanReader reader = new SpanReader(english ? "en" : language, new WordClass(sentences), known);
        sentences.forEach(reader::sentence);
        return reader.reading(sentences);
    }
}
