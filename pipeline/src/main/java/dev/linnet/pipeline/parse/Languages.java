package dev.linnet.pipeline.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the platforms' language marks to ISO 639-1. */
final class Languages {
    static final String UNDETERMINED = "und";

    /** Withdrawn and three-letter codes that platforms still send. */
    private static final Map<String, String> TODAY = Map.ofEntries(
            Map.entry("in", "id"),
            Map.entry("iw", "he"),
            Map.entry("ji", "yi"),
            Map.entry("jw", "jv"),
            Map.entry("mo", "ro"),
            Map.entry("msa", "ms"),
            Map.entry("fil", "tl"),
            Map.entry("eng", "en"),
            Map.entry("deu", "de"),
            Map.entry("fra", "fr"),
            Map.entry("spa", "es"),
            Map.entry("por", "pt"),
            Map.entry("jpn", "ja"));

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

    private Languages() {}

    /** The ISO 639-1 code of a mark such as {@code en}, {@code pt-BR}, {@code in} or {@code zxx}; else {@code und}. */
    static String normal(@Nullable String mark) {
        if (mark == null) {
            return UNDETERMINED;
        }
        int end = 0;
        while (end < mark.length() && end < 4 && Character.isLetter(mark.charAt(end))) {
            end++;
        }
        String primary = mark.substring(0, end).toLowerCase(Locale.ROOT);
        String today = TODAY.getOrDefault(primary, primary);
        return today.length() == 2 && KNOWN.contains(today) ? today : UNDETERMINED;
    }
}
