package dev.linnet.keywords.weighting;

import dev.linnet.keywords.mining.phrase.StopWords;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a post's text that tell what it is about, and whom it mentions: folded by NFKC and case, links and stop words
 * left out, each once.
 *
 * @param words without {@code #} and without a final {@code 's}, at most {@value #MOST_WORDS}
 * @param mentions handles without {@code @}, at most {@value #MOST_MENTIONS}
 */
record PostWords(Set<String> words, Set<String> mentions) {
    private static final int MOST_WORDS = 60;
    private static final int MOST_MENTIONS = 20;
    private static final Pattern LINKS = Pattern.compile("https?://\\S+");
    private static final Pattern WORDS =
            Pattern.compile("(@?)([\\p{L}\\p{M}\\p{N}_]{2,40})(?:['’]([\\p{L}]{1,3})(?![\\p{L}\\p{N}]))?");

    static PostWords of(String text, String language) {
        String unlinked = text.contains("://") ? LINKS.matcher(text).replaceAll(" ") : text;
        String folded = Normalizer.normalize(unlinked, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Set<String> english = StopWords.of("en");
        Set<String> own = StopWords.of(language);
        Set<String> words = new LinkedHashSet<>();
        Set<String> mentions = new LinkedHashSet<>();
        Matcher matcher = WORDS.matcher(folded);
        while (words.size() < MOST_WORDS && matcher.find()) {
            String word = matcher.group(2);
            if (!matcher.group(1).isEmpty()) {
                if (mentions.size() < MOST_MENTIONS) {
                    mentions.add(word);
                }
            } else if (!isStopWord(word, matcher.group(3), english, own)) {
                words.add(word);
            }
        }
        return new PostWords(words, mentions);
    }

    /** Whether a word, or with what its apostrophe ties to it ({@code don't}), is too common to tell anything. */
    private static boolean isStopWord(String word, @Nullable String tail, Set<String> english, Set<String> own) {
        return english.contains(word)
                || own.contains(word)
                || tail != null && !tail.equals("s") && (english.contains(word + "'" + tail));
    }
}
