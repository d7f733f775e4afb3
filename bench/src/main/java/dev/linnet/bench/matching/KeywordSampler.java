package dev.linnet.bench.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Lists of keywords of any length, drawn by a seed in the shape of an author's vocabulary: of five keywords, two are words,
 * two are phrases of two words, and one is a phrase of three.
 *
 * <p>The words are those of the posts, in ASCII. The first 200 keywords take single words that are used in 4 posts or more,
 * and in no more than one of 150; all that follow take words used in fewer than 4. A phrase joins words of either kind, and so
 * hardly ever stands in a post: most of what an author writes about isn't spoken of in the minutes that are measured.
 */
final class KeywordSampler {
    private static final Pattern LINK = Pattern.compile("https?\\S*");
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{M}])[a-z]{3,20}(?![\\p{L}\\p{M}])");
    private static final int COMMON = 150;
    private static final int RARE = 4;
    /** How many of the first 200 keywords are single words. */
    private static final int FIRST_WORDS = 80;

    private static final int[] WORDS_IN_TURN = {1, 2, 1, 2, 3};

    private final List<String> all = new ArrayList<>();
    private final List<String> used = new ArrayList<>();
    private final List<String> rare = new ArrayList<>();
    private final long seed;

    KeywordSampler(List<String> texts, long seed) {
        this.seed = seed;
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> words(text).forEach(word -> counts.merge(word, 1, Integer::sum)));
        counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            if (entry.getValue() < RARE) {
                rare.add(entry.getKey());
            } else if (entry.getValue() * COMMON <= texts.size()) {
                used.add(entry.getKey());
            }
        });
        all.addAll(used);
        all.addAll(rare);
        Collections.shuffle(used, new Random(seed));
        Collections.shuffle(rare, new Random(seed));
    }

    /** So many keywords, lower case, each once; a longer list begins with a shorter one. */
    List<String> keywords(int count) {
        if (all.size() < 2) {
            throw new IllegalArgumentException("the posts hold too few English words to draw keywords from");
        }
        Random random = new Random(seed);
        List<String> singles = new ArrayList<>(used.subList(0, Math.min(FIRST_WORDS, used.size())));
        singles.addAll(rare);
        int next = 0;
        Set<String> chosen = new LinkedHashSet<>();
        for (int turn = 0; chosen.size() < count; turn++) {
            int words = WORDS_IN_TURN[turn % WORDS_IN_TURN.length];
            boolean single = words == 1 && next < singles.size();
            chosen.add(single ? singles.get(next++) : phrase(Math.max(2, words), random));
        }
        return List.copyOf(chosen);
    }

    private String phrase(int words, Random random) {
        return String.join(
                " ",
                IntStream.range(0, words)
                        .mapToObj(i -> all.get(random.nextInt(all.size())))
                        .toList());
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher found = WORD.matcher(LINK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "));
        while (found.find()) {
            words.add(found.group());
        }
        return words;
    }
}
