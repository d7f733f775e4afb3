package dev.linnet.keywords;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A keyword's change as numbers by name, in which it stands in the journal: {@code weight}, {@code priority} (0 or 1), and
 * the other spellings as {@code variants} (how many) and {@code variant:SPELLING} (1) each. What isn't said stays as it was.
 */
public final class KeywordChange {
    private static final String WEIGHT = "weight";
    private static final String PRIORITY = "priority";
    private static final String VARIANTS = "variants";
    private static final String VARIANT = "variant:";

    private KeywordChange() {}

    /** The numbers that make a keyword what it is now, other spellings included. */
    public static Map<String, Double> to(Keyword keyword) {
        Map<String, Double> data = new TreeMap<>();
        data.put(WEIGHT, keyword.weight());
        data.put(PRIORITY, keyword.priority() ? 1.0 : 0.0);
        data.put(VARIANTS, (double) keyword.variants().size());
        keyword.variants().forEach(variant -> data.put(VARIANT + variant, 1.0));
        return data;
    }

    /**
     * The keyword after a change.
     *
     * @param before as it was; null if it is new, and then ordinary where the change says nothing
     * @throws IllegalArgumentException if the change makes no keyword: a blank text, a weight that is not above 0
     */
    public static Keyword apply(String text, @Nullable Keyword before, Map<String, Double> data) {
        double weight = data.getOrDefault(WEIGHT, before == null ? 1.0 : before.weight());
        boolean priority = data.getOrDefault(PRIORITY, before != null && before.priority() ? 1.0 : 0.0) != 0;
        return new Keyword(text, weight, priority, variants(before, data));
    }

    private static List<String> variants(@Nullable Keyword before, Map<String, Double> data) {
        if (!data.containsKey(VARIANTS)) {
            return before == null ? List.of() : before.variants();
        }
        return data.keySet().stream()
                .filter(key -> key.startsWith(VARIANT))
                .map(key -> key.substring(VARIANT.length()))
                .sorted()
                .toList();
    }
}
