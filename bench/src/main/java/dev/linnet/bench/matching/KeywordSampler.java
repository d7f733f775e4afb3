package dev.linnet.bench.matching;

import dev.linnet.keywords.matching.KeywordMatcher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
 * Lists of keywords of any length, drawn by a seed from the words and phrases of posts: half of them used once there, three in
 * ten up to 4 times, three in twenty up to 24 times, one in twenty more often.
 *
 * <p>They are in ASCII, which suits the peers best. What stands in more than one record of two hundred, be it in a key or within
 * another word, is no one's keyword and left out. Where posts hold too few words, two of theirs make an invented phrase.
 */
final class KeywordSampler {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9'-]{2,24}");
    private static final int COMMON = 200;
    private static final int[] SHARES = {10, 6, 3, 1};
    private static final int LONGEST = 3;
    private static final int SAMPLE = 200;

    private final Random random;
    /** Some posts' records, lower case. */
    private final List<String> sample;

    private final List<String> words = new ArrayList<>();
    /** Words and phrases by how often they are used: once, up to 4 times, up to 24 times, more. */
    private final List<List<String>> strata =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    KeywordSampler(Replay replay, long seed) {
        random = new Random(seed);
        List<String> texts = replay.texts();
        sample = sample(replay);
        Map<String, Integer> counts = new HashMap<>();
        texts.forEach(text -> phrases(text).forEach(phrase -> counts.merge(phrase, 1, Integer::sum)));
        List<String> sorted = counts.keySet().stream().sorted().toList();
        for (String phrase : sorted) {
            int count = counts.getOrDefault(phrase, 0);
            if (count * COMMON <= texts.size() || count == 1) {
                strata.get(count == 1 ? 0 : count <= 4 ? 1 : count <= 24 ? 2 : 3)
                        .add(phrase);
                if (phrase.indexOf(' ') < 0) {
                    words.add(phrase);
                }
            }
        }
        strata.forEach(stratum -> Collections.shuffle(stratum, random));
    }

    /** So many keywords, lower case, each once. */
    List<String> keywords(int count) {
        Set<String> chosen = new LinkedHashSet<>();
        for (int stratum = 0; stratum < strata.size(); stratum++) {
            int most = chosen.size() + count * SHARES[stratum] / 20;
            for (String phrase : strata.get(stratum)) {
                if (chosen.size() < most && !isCommon(phrase)) {
                    chosen.add(phrase);
                }
            }
        }
        while (chosen.size() < count && words.size() > 1) {
            chosen.add(word() + " " + word());
        }
        return List.copyOf(chosen);
    }

    /** Whether it stands in many records as letters, be it in a key or within another word. */
    private boolean isCommon(String phrase) {
        long found = sample.stream().filter(record -> record.contains(phrase)).count();
        return found * COMMON > sample.size();
    }

    private static List<String> sample(Replay replay) {
        List<String> records = new ArrayList<>();
        List<Replay.Line> posts =
                replay.records().stream().filter(line -> line.text() != null).toList();
        int step = Math.max(1, posts.size() / SAMPLE);
        for (int i = 0; i < posts.size(); i += step) {
            Replay.Line line = posts.get(i);
            int length = line.to() - line.from();
            records.add(
                    new String(replay.bytes(), line.from(), length, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        }
        return records;
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    private static Set<String> phrases(String text) {
        Set<String> phrases = new LinkedHashSet<>();
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher found = WORD.matcher(lower);
        List<String> run = new ArrayList<>();
        int end = -2;
        while (found.find()) {
            boolean follows = found.start() == end + 1 && lower.charAt(end) == ' ';
            if (!follows) {
                run.clear();
            }
            end = found.end();
            if (KeywordMatcher.canMatch(found.group())) {
                run.add(found.group());
            }
            IntStream.rangeClosed(1, Math.min(LONGEST, run.size()))
                    .forEach(n -> phrases.add(String.join(" ", run.subList(run.size() - n, run.size()))));
        }
        return phrases;
    }
}
