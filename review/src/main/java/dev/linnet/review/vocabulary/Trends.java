package dev.linnet.review.vocabulary;

import dev.linnet.queue.KeywordMinute;
import dev.linnet.review.draw.Sparkline;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Posts over time, for several keywords on one time axis. */
final class Trends {
    private static final int BUCKETS = 40;

    private final long start;
    private final long minutes;
    private final Map<String, List<KeywordMinute>> byKeyword;

    Trends(Map<String, List<KeywordMinute>> byKeyword) {
        this.byKeyword = byKeyword;
        var all = byKeyword.values().stream()
                .flatMap(Collection::stream)
                .map(KeywordMinute::minute)
                .mapToLong(Instant::getEpochSecond)
                .summaryStatistics();
        this.start = all.getMin();
        this.minutes = all.getCount() == 0 ? 0 : (all.getMax() - all.getMin()) / 60 + 1;
    }

    /** A keyword's posts over the span that all keywords' minutes cover. */
    Sparkline of(String keyword) {
        List<KeywordMinute> known = byKeyword.getOrDefault(keyword, List.of());
        if (known.isEmpty() || minutes == 0) {
            return Sparkline.of(List.of());
        }
        int buckets = (int) Math.min(BUCKETS, minutes);
        Double[] posts = new Double[buckets];
        Arrays.fill(posts, 0.0);
        for (KeywordMinute minute : known) {
            long offset = (minute.minute().getEpochSecond() - start) / 60;
            posts[(int) (offset * buckets / minutes)] += minute.posts();
        }
        return Sparkline.of(Arrays.asList(posts));
    }

    /** The span in words, or empty when there are no figures. */
    String span() {
        if (minutes == 0) {
            return "";
        }
        Duration span = Duration.ofMinutes(minutes);
        if (span.toMinutes() < 120) {
            return "last " + span.toMinutes() + " min";
        }
        return span.toHours() < 48 ? "last " + span.toHours() + " h" : "last " + span.toDays() + " days";
    }
}
