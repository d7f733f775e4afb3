package dev.linnet.keywords.mining.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into sentences and tagged tokens. Keeps {@code C++}, {@code node.js}, {@code .NET}, {@code U.S.},
 * {@code open-source} and the abbreviations of papers ({@code Fig.}, {@code et al.}) whole. One instance serves one thread.
 */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\n\\s*\\n" // the end of a block
                    + "|#[\\p{L}\\p{N}_]+"
                    + "|(?<![\\p{L}\\p{N}])\\.[A-Z]{2,}\\b" // .NET
                    + "|(?<![\\p{L}\\p{N}])(?:[Ff]ig|[Ee]q|[Rr]ef|[Tt]ab|[Ss]ec)s?\\.(?=\\s*[\\p{N}(\\[S])" // Fig. 3
                    + "|(?<=\\bet )al\\.|(?<![\\p{L}\\p{N}])(?:e\\.g|i\\.e|cf|vs|ca|approx)\\."
                    + "|\\p{Lu}(?:\\.\\p{Lu})+\\.?" // U.S.
                    + "|[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}_+#]|[-–‐'’&.](?=[\\p{L}\\p{N}]))*"
                    + "|\\S");
    private static final int LONGEST_SENTENCE = 150;
    private static final List<String> ENDS = List.of(".", "!", "?", "。", "！", "？");

    private final @Nullable Tagger tagger;
    private int position;

    Tokens(@Nullable Tagger tagger) {
        this.tagger = tagger;
    }

    List<Sentence> of(String text) {
        position = 0;
        List<Sentence> sentences = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int start = 0;
        while (token.find()) {
            String word = token.group();
            boolean blockEnd = word.isBlank();
            if (!blockEnd) {
                if (words.isEmpty()) {
                    start = token.start();
                }
                words.add(word);
            }
            if (blockEnd || ENDS.contains(word) || words.size() >= LONGEST_SENTENCE) {
                close(words, text.substring(start, token.end()), sentences);
            }
        }
        close(words, text.substring(start), sentences);
        return sentences;
    }

    private void close(List<String> words, String text, List<Sentence> sentences) {
        if (words.isEmpty()) {
            return;
        }
        String[] array = words.toArray(new String[0]);
        String[] tags = tagger == null ? untagged(array.length) : tagger.tag(array);
        List<Token> tokens = new ArrayList<>(array.length);
        for (int i = 0; i < array.length; i++) {
            tokens.add(new Token(array[i], lower(array[i]), tags[i], sentences.size(), position++));
        }
        sentences.add(new Sentence(text.replaceAll("\\s+", " ").strip(), tokens));
        words.clear();
    }

    private static String[] untagged(int length) {
        String[] tags = new String[length];
        Arrays.fill(tags, "X");
        return tags;
    }

    private static String lower(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return lower.endsWith("'s") && lower.length() > 3 ? lower.substring(0, lower.length() - 2) : lower;
    }

    /**
     * A sentence.
     *
     * @param text as written, white space collapsed
     * @param tokens its tokens in order
     */
    record Sentence(String text, List<Token> tokens) {}
}
