package dev.linnet.nlp.language;

import dev.linnet.nlp.language.LanguageIdentifier.Identified;
import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/** Languages that are known by their letters alone. */
final class Scripts {
    private static final double CERTAIN = 0.98;

    private Scripts() {}

    /** The language that most letters can only belong to, or null when several languages share them. */
    static @Nullable Identified identify(String letters) {
        int all = 0;
        int han = 0;
        int kana = 0;
        int other = 0;
        String otherLanguage = "";
        for (int i = 0; i < letters.length(); ) {
            int point = letters.codePointAt(i);
            i += Character.charCount(point);
            if (!Character.isLetter(point)) {
                continue;
            }
            all++;
            if (point < 0x370) {
                continue;
            }
            UnicodeScript script = UnicodeScript.of(point);
            String language = only(script);
            if (script == UnicodeScript.HAN) {
                han++;
            } else if (script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
                kana++;
            } else if (language != null) {
                other++;
                otherLanguage = language;
            }
        }
        if (all == 0) {
            return null;
        }
        if (2 * (han + kana) > all) {
            return kana * 10 >= han ? new Identified("ja", CERTAIN) : new Identified("zh", 0.8);
        }
        return 2 * other > all ? new Identified(otherLanguage, CERTAIN) : null;
    }

    private static @Nullable String only(UnicodeScript script) {
        return switch (script) {
            case HANGUL -> "ko";
            case THAI -> "th";
            case GREEK -> "el";
            case HEBREW -> "he";
            case ARMENIAN -> "hy";
            case GEORGIAN -> "ka";
            case TAMIL -> "ta";
            case TELUGU -> "te";
            case KANNADA -> "kn";
            case MALAYALAM -> "ml";
            case GUJARATI -> "gu";
            case GURMUKHI -> "pa";
            case BENGALI -> "bn";
            case SINHALA -> "si";
            case KHMER -> "km";
            case LAO -> "lo";
            case MYANMAR -> "my";
            case ETHIOPIC -> "am";
            case TIBETAN -> "bo";
            default -> null;
        };
    }
}
