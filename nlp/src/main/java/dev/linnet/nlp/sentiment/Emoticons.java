package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.text.Emoji;
import edu.stanford.nlp.ling.Word;
import java.util.ArrayList;
import java.util.List;

/** Joins the emoticons that CoreNLP's tokenizer cuts into single signs, such as {@code :)} and {@code <3}. */
final class Emoticons {
    /** In tokens: the most parts that an emoticon is cut into. */
    private static final int MOST_PARTS = 4;

    /** One that begins otherwise may be the end of something in brackets. */
    private static final String BEGINNINGS = ":;=<>";

    private Emoticons() {}

    /** The words of the tokens of a text, with emoticons in one piece. */
    static List<String> join(String text, List<Word> tokens) {
        List<String> words = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            int parts = parts(text, tokens, i);
            words.add(
                    parts == 1
                            ? tokens.get(i).word()
                            : text.substring(
                                    tokens.get(i).beginPosition(),
                                    tokens.get(i + parts - 1).endPosition()));
            i += parts - 1;
        }
        return words;
    }

    /** How many tokens from one on are an emoticon, the most that are; 1 when it begins none. */
    private static int parts(String text, List<Word> tokens, int at) {
        int begin = tokens.get(at).beginPosition();
        if (BEGINNINGS.indexOf(text.charAt(begin)) < 0) {
            return 1;
        }
        int most = 1;
        int end = tokens.get(at).endPosition();
        for (int n = 2; n <= MOST_PARTS && at + n <= tokens.size(); n++) {
            Word next = tokens.get(at + n - 1);
            if (next.beginPosition() != end) {
                break;
            }
            end = next.endPosition();
            boolean inWord = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
            if (!inWord && Emoji.mood(text.substring(begin, end)) != null) {
                most = n;
            }
        }
        return most;
    }
}
