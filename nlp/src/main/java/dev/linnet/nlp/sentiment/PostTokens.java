package dev.linnet.nlp.sentiment;

import edu.stanford.nlp.ling.Word;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordTokenFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Cuts a clean text into sentences of tokens, by CoreNLP's tokenizer, within bounds. */
final class PostTokens {
    private static final String OPTIONS =
            "invertible=false,untokenizable=noneDelete,tokenizeNLs=true,normalizeFractions=false,quotes=ASCII,splitHyphenated=false";

    private static final String LINE_BREAK = "*NL*";

    /** Longer sentences are rare in posts, and a run of words without a full stop is cut here. */
    private static final int LONGEST_SENTENCE = 80;

    private PostTokens() {}

    /**
     * The sentences of a text.
     *
     * @param maxTokens how many tokens are read; the rest is left out
     */
    static List<List<String>> sentences(String text, int maxTokens) {
        List<List<String>> sentences = new ArrayList<>();
        List<String> sentence = new ArrayList<>();
        for (String token : Emoticons.join(text, tokens(text, maxTokens))) {
            boolean lineBreak = token.equals(LINE_BREAK);
            if (!lineBreak) {
                sentence.add(token);
            }
            if (lineBreak || endsSentence(token) || sentence.size() == LONGEST_SENTENCE) {
                sentence = close(sentences, sentence);
            }
        }
        close(sentences, sentence);
        return sentences;
    }

    private static List<Word> tokens(String text, int maxTokens) {
        PTBTokenizer<Word> tokenizer = new PTBTokenizer<>(new StringReader(text), new WordTokenFactory(), OPTIONS);
        List<Word> tokens = new ArrayList<>();
        while (tokens.size() < maxTokens && tokenizer.hasNext()) {
            tokens.add(tokenizer.next());
        }
        return tokens;
    }

    private static List<String> close(List<List<String>> sentences, List<String> sentence) {
        if (sentence.isEmpty()) {
            return sentence;
        }
        sentences.add(sentence);
        return new ArrayList<>();
    }

    private static boolean endsSentence(String token) {
        char first = token.charAt(0);
        if (first != '.' && first != '!' && first != '?') {
            return false;
        }
        for (int i = 1; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c != '.' && c != '!' && c != '?') {
                return false;
            }
        }
        return true;
    }
}
