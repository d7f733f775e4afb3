package dev.linnet.keywords.mining.page;

import dev.linnet.keywords.mining.phrase.StopWords;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text: as it is declared, or by the share of each language's commonest words. */
public final class Languages {
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}’']+");
    private static final int LOOKED_AT = 400;
    private static final double CLEAR_SHARE = 0.12;

    private Languages() {}

    /**
     * The two-letter code of a text's language.
     *
     * @param declared what the page or file says, {@code "en-GB"}; may be null
     * @return the language whose common words the text is full of, else the declared one, else {@code "und"}
     */
    public static String of(String text, @Nullable String declared) {
        String told = declared == null || declared.isBlank() ? "und" : shortCode(declared);
        Map<String, Integer> hits = new TreeMap<>();
        String[] words = WORDS.split(text.toLowerCase(Locale.ROOT), LOOKED_AT + 1);
        int count = Math.min(words.length, LOOKED_AT);
        for (String language : StopWords.LANGUAGES) {
            Set<String> common = StopWords.of(language);
            int seen = 0;
            for (int i = 0; i < count; i++) {
                if (common.contains(words[i])) {
                    seen++;
                }
            }
            hits.put(language, seen);
        }
        return decide(hits, count, told);
    }

    /** Whether keyphrases can be told from common words in a language. */
    public static boolean supported(String language) {
        return StopWords.LANGUAGES.contains(language) || language.equals("und");
    }

    private static String decide(Map<String, Integer> hits, int words, String told) {
        var best = hits.entrySet().stream().max(Map.Entry.comparingByValue());
        if (best.isEmpty() || best.get().getValue() < words * CLEAR_SHARE || words < 10) {
            return told;
        }
        // A declared language that fits about as well is believed: near relatives share their small words.
        int declared = hits.getOrDefault(told, 0);
        return declared * 1.25 >= best.get().getValue() ? told : best.get().getKey();
    }

    private static String shortCode(String declared) {
        String code = declared.strip().toLowerCase(Locale.ROOT).split("[-_,; ]", 2)[0];
        return code.isEmpty() ? "und" : code;
    }
}
