package dev.linnet.keywords.mining.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One keyword a line, after a tab its weight; {@code #} starts a comment line. */
final class PlainList {
    private PlainList() {}

    static VocabularyFile parse(String text, List<VocabularyMistake> mistakes) {
        List<VocabularyEntry> entries = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String content = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (content.isBlank() || content.startsWith("# ") || content.strip().equals("#")) {
                continue;
            }
            String[] parts = content.split("\t", 2);
            String keyword = Names.keyword(parts[0]);
            if (keyword.isEmpty()) {
                mistakes.add(new VocabularyMistake(number, "there is a weight but no keyword before the tab"));
                continue;
            }
            int at = number;
            KeywordText.mistake(keyword).ifPresent(told -> mistakes.add(new VocabularyMistake(at, told)));
            Integer before = seen.putIfAbsent(keyword, number);
            if (before != null) {
                mistakes.add(new VocabularyMistake(number, "'" + keyword + "' stands in line " + before + " already"));
            }
            entries.add(VocabularyEntry.own(keyword, parts.length < 2 ? 1 : weight(parts[1], number, mistakes)));
        }
        return new VocabularyFile(1, entries, Set.of(), Set.of(), Set.of(), LastMining.NEVER, Map.of());
    }

    private static double weight(String typed, int line, List<VocabularyMistake> mistakes) {
        try {
            double weight = Double.parseDouble(typed.strip());
            if (weight > 0 && !Double.isInfinite(weight)) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // told below, like a number that is out of range
        }
        mistakes.add(new VocabularyMistake(
                line, "the weight '" + typed.strip() + "' must be a number above 0, such as 1 or 2.5"));
        return 1;
    }
}
