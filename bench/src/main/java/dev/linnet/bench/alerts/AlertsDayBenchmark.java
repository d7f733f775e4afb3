package dev.linnet.bench.alerts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What the detectors tell of a day with {@value InventedDay#EPISODES} planted episodes and three disconnects: how many they tell, how
 * late, and what else.
 */
public final class AlertsDayBenchmark {
    private static final int AFTER_GAP = 10;

    private final int quiet;
    private final List<Integer> delays = new ArrayList<>();
    private final List<Integer> phraseDelays = new ArrayList<>();
    private int toldSpikes;
    private int toldPhrases;
    private int falsePhrases;
    private int noticed;
    private int mostFalse;
    private int fewestTold = InventedDay.EPISODES;
    private int falseAlerts;
    private int ofGaps;

    private AlertsDayBenchmark(int quiet) {
        this.quiet = quiet;
    }

    /** @param args how many quiet days come before (1 where there is nothing), and seeds (1 to 20 where there are none) */
    public static void main(String[] args) {
        long[] seeds = args.length < 2
                ? LongStream.rangeClosed(1, 20).toArray()
                : Arrays.stream(args).skip(1).mapToLong(Long::parseLong).toArray();
        AlertsDayBenchmark benchmark = new AlertsDayBenchmark(args.length == 0 ? 1 : Integer.parseInt(args[0]));
        for (long seed : seeds) {
            benchmark.measure(seed);
        }
        benchmark.sum(seeds.length);
    }

    private void measure(long seed) {
        InventedDay day = new InventedDay(seed, quiet);
        long start = System.nanoTime();
        DayOfAlerts alerts = new DayOfAlerts();
        List<DayOfAlerts.Told> raised = new ArrayList<>(alerts.run(day.posts()));
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> missed = new ArrayList<>();
        int found = 0;
        int foundPhrases = 0;
        for (Episode episode : day.episodes()) {
            List<DayOfAlerts.Told> its = raised.stream()
                    .filter(alert -> episode.isTold(alert.phrase(), alert.subject(), alert.opened()))
                    .toList();
            if (its.isEmpty()) {
                missed.add(episode.subject() + " in minute " + (episode.start() - day.start()));
            } else {
                found++;
                foundPhrases += episode.phrase() ? 1 : 0;
                (episode.phrase() ? phraseDelays : delays).add(its.get(0).minute() - episode.start());
                raised.remove(its.get(0));
            }
        }
        int gapAlerts =
                (int) raised.stream().filter(alert -> isOfGap(alert, day)).count();
        toldSpikes += found - foundPhrases;
        toldPhrases += foundPhrases;
        falsePhrases += (int) raised.stream().filter(DayOfAlerts.Told::phrase).count();
        noticed += (int) alerts.gaps();
        falseAlerts += raised.size();
        ofGaps += gapAlerts;
        fewestTold = Math.min(fewestTold, found);
        mostFalse = Math.max(mostFalse, raised.size());
        System.out.printf(
                Locale.ROOT,
                "seed %d: %d posts, told %d of %d, false %d (of disconnects %d), gaps noticed %d of 3, %.1f s%n",
                seed,
                day.posts().size(),
                found,
                day.episodes().size(),
                raised.size(),
                gapAlerts,
                alerts.gaps(),
                seconds);
        missed.forEach(episode -> System.out.println("  missed: " + episode));
        raised.forEach(alert -> System.out.printf(
                Locale.ROOT,
                "  false: %s “%s” in minute %d%n",
                alert.phrase() ? "phrase" : "spike",
                alert.subject(),
                alert.minute() - day.start()));
    }

    private static boolean isOfGap(DayOfAlerts.Told alert, InventedDay day) {
        return day.gaps().stream().anyMatch(gap -> gap[0] <= alert.minute() && alert.minute() < gap[1] + AFTER_GAP);
    }

    private void sum(int seeds) {
        int phrases = seeds * InventedDay.PHRASES;
        int spikes = seeds * InventedDay.EPISODES - phrases;
        System.out.printf(
                Locale.ROOT,
                "%d seeds, %d quiet days before: told %d of %d spikes and %d of %d phrases (at least %d of %d in a stream)%n",
                seeds,
                quiet,
                toldSpikes,
                spikes,
                toldPhrases,
                phrases,
                fewestTold,
                InventedDay.EPISODES);
        System.out.printf(
                Locale.ROOT,
                "false: %d spikes and %d phrases (at most %d in a stream), of disconnects %d; disconnects noticed %d of %d%n",
                falseAlerts - falsePhrases,
                falsePhrases,
                mostFalse,
                ofGaps,
                noticed,
                3 * seeds);
        print("spikes", delays);
        print("phrases", phraseDelays);
        delays.addAll(phraseDelays);
        print("all", delays);
    }

    private static void print(String what, List<Integer> minutes) {
        if (!minutes.isEmpty()) {
            List<Integer> sorted = minutes.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "delay of %s, minutes: median %d, three quarters %d, nine tenths %d, longest %d%n",
                    what,
                    at(sorted, 0.5),
                    at(sorted, 0.75),
                    at(sorted, 0.9),
                    at(sorted, 1));
        }
    }

    private static int at(List<Integer> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
