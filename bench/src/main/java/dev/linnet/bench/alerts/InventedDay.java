package dev.linnet.bench.alerts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A day with {@value #EPISODES} planted episodes, three disconnects and decoys, after quiet days or none; all of it told by a seed.
 *
 * <p>What happens anyway: ten keywords are used from once an hour to twenty times a minute. Their rates follow the time of day and wander (a
 * logarithm with a deviation of 0.3 that returns to its mean within an hour), and each post brings 0.3 answers in the minutes after it, so
 * that counts are far wider than chance. Nearly never does that raise a rate above 2.5 times that of its hour.
 *
 * <p>What is to be told: of a keyword, posts that come beside the others, at first at 6 to 13 times the rate of its hour and no fewer than 2.5 a
 * minute (20 in ten minutes), a factor e fewer after 25 minutes, for 10 to 44 minutes. Of a phrase, that 8 to 20 authors use a new name of two
 * words within 15 to 30 minutes, each in another text. An author would want to know of both, at whatever hour they begin. None begins in
 * the last half hour before a disconnect or the 20 minutes after, or within eight hours of another of its subject.
 *
 * <p>What is not: one account that says a new name 40 times, one text with a new name by 40 accounts, and one author who floods a keyword.
 */
final class InventedDay {
    static final int DAY = 24 * 60;
    static final int EPISODES = 20;
    static final int PHRASES = 8;

    static final List<String> KEYWORDS = List.of(
            "copper roofs",
            "night trains",
            "sourdough",
            "tide mills",
            "open maps",
            "bee lines",
            "slate",
            "ferries",
            "street pianos",
            "kites");

    /** Minutes of the day in which nothing is planted yet: without days before it, the detectors have to see what is usual first. */
    private static final int WITHOUT_PAST = 120;

    private static final int WITH_PAST = 30;

    /** Posts a minute, at the mean hour. */
    private static final double[] RATES = {1 / 60.0, 3 / 60.0, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 8, 20};

    private final Random random;
    private final int start;
    private final int earliest;
    private final List<InventedPost> posts = new ArrayList<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final List<int[]> gaps = new ArrayList<>();
    private final InventedWords words;

    /** @param quiet how many days come before */
    InventedDay(long seed, int quiet) {
        random = new Random(seed);
        start = quiet * DAY;
        earliest = start + (quiet == 0 ? WITHOUT_PAST : WITH_PAST);
        words = new InventedWords(random);
        plantGaps();
        for (int keyword = 0; keyword < RATES.length; keyword++) {
            background(keyword);
        }
        for (int i = 0; i < EPISODES - PHRASES; i++) {
            plantSpike(i % RATES.length);
        }
        for (int i = 0; i < PHRASES; i++) {
            plantPhrase();
        }
        decoys();
        disconnect();
        posts.sort(Comparator.comparingInt(InventedPost::arrived).thenComparingInt(InventedPost::second));
    }

    /** All posts as they arrive. */
    List<InventedPost> posts() {
        return posts;
    }

    /** The first minute of the day, counted from the stream's first. */
    int start() {
        return start;
    }

    List<Episode> episodes() {
        return episodes;
    }

    /** First minute, and first minute after, of each disconnect. */
    List<int[]> gaps() {
        return gaps;
    }

    private void background(int keyword) {
        double wander = 0;
        for (int minute = 0; minute < start + DAY; minute++) {
            wander = wander * (1 - 1 / 60.0) + 0.3 * Math.sqrt(2 / 60.0) * random.nextGaussian();
            double mean = rate(keyword, minute) * Math.exp(wander - 0.045) / 1.3;
            for (int post = poisson(mean); post > 0; post--) {
                post(keyword, minute * 60 + random.nextInt(60), words.author(), words.text(KEYWORDS.get(keyword)));
                while (random.nextDouble() < 0.23) {
                    int answer = minute * 60 + (int) (-300 * Math.log(1 - random.nextDouble()));
                    post(keyword, answer, words.author(), words.text(KEYWORDS.get(keyword)));
                }
            }
        }
    }

    /** By day nearly twice the mean, by night a quarter. */
    private static double rate(int keyword, int minute) {
        return RATES[keyword] * Math.exp(0.9 * Math.sin(2 * Math.PI * (minute % DAY - 9 * 60) / DAY)) / 1.2;
    }

    private void plantSpike(int keyword) {
        int minutes = 10 + random.nextInt(35);
        int from = free(KEYWORDS.get(keyword), minutes);
        episodes.add(new Episode(false, KEYWORDS.get(keyword), from, minutes));
        double strength = 6 + random.nextInt(8);
        for (int minute = 0; minute < minutes; minute++) {
            double rate = Math.max(strength * rate(keyword, from + minute), 2.5) * Math.exp(-minute / 25.0);
            for (int post = Math.max(minute == 0 ? 2 : 0, poisson(rate)); post > 0; post--) {
                post(
                        keyword,
                        (from + minute) * 60 + random.nextInt(60),
                        words.author(),
                        words.text(KEYWORDS.get(keyword)));
            }
        }
    }

    private void plantPhrase() {
        String phrase = words.name();
        int minutes = 15 + random.nextInt(16);
        int from = free("", minutes);
        episodes.add(new Episode(true, phrase, from, minutes));
        int authors = 8 + random.nextInt(13);
        for (int author = 0; author < authors; author++) {
            int keyword = 4 + random.nextInt(6);
            int second = from * 60 + random.nextInt(minutes * 60);
            post(keyword, second, words.author(), words.text(KEYWORDS.get(keyword), phrase));
        }
    }

    private void decoys() {
        String spam = words.name();
        String copied = words.name();
        String copy = words.text(KEYWORDS.get(8), copied);
        int from = free("", 60);
        for (int i = 0; i < 40; i++) {
            post(9, from * 60 + i * 60 + random.nextInt(60), "one_account", words.text(KEYWORDS.get(9), spam));
            post(8, from * 60 + random.nextInt(1_800), words.author(), copy);
            post(2, from * 60 + random.nextInt(600), "another_account", words.text(KEYWORDS.get(2)));
        }
    }

    private void plantGaps() {
        for (int i = 0; i < 3; i++) {
            int from = start + 60 + i * 8 * 60 + random.nextInt(5 * 60);
            gaps.add(new int[] {from, from + 10 + random.nextInt(50)});
        }
    }

    /** Nothing arrives in a gap; a source then sends what it missed, mixed with what is new. */
    private void disconnect() {
        posts.replaceAll(post -> {
            for (int[] gap : gaps) {
                if (gap[0] <= post.minute() && post.minute() < gap[1]) {
                    return post.arriving(gap[1] * 60 + 40 + random.nextInt(180));
                }
            }
            return post;
        });
    }

    /** A minute of the day with room before the next disconnect, and with no other episode of the subject near. */
    private int free(String subject, int minutes) {
        while (true) {
            int from = earliest + random.nextInt(start + DAY - 90 - earliest);
            boolean taken = gaps.stream().anyMatch(gap -> from + minutes + 30 > gap[0] && from < gap[1] + 20)
                    || episodes.stream()
                            .anyMatch(other ->
                                    other.subject().equals(subject) && Math.abs(other.start() - from) < 8 * 60);
            if (!taken) {
                return from;
            }
        }
    }

    private void post(int keyword, int second, String author, String text) {
        if (second < (start + DAY) * 60) {
            posts.add(new InventedPost(
                    second, second, KEYWORDS.get(keyword), author, 0.6 + 0.35 * random.nextDouble(), text));
        }
    }

    private int poisson(double mean) {
        double left = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > left; product *= random.nextDouble()) {
            count++;
        }
        return Math.max(0, count);
    }
}
