package dev.linnet.pipeline.mood;

import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.windows.Voice;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when the mood of a keyword's posts turns against its own past: causal, in one pass, with a state of fixed size.
 *
 * <p>The last 6, 12, 24 and 48 authors, each by what they said last, are held against a past that is forgotten in weeks. How rare the
 * difference is decides, by what is less rare: the keyword's own swings from block to block of posts, or what chance does when posts are
 * drawn singly from the past. A turn is over when the mood comes back half way, after a day, or when nobody spoke for half a day; none is told
 * again the same way before the mood was usual once.
 */
public final class MoodDetector {
    private static final int[] LENGTHS = {6, 12, 24, 48};
    private static final int MOST = LENGTHS[LENGTHS.length - 1];
    /** The last authors who tell whether it is back. */
    private static final int BACK = 12;
    /** Posts of the past before anything is told. */
    private static final double WARM_UP = 40;
    /** A smaller difference is no turn to a reader, however sure. */
    private static final double LEAST = 0.25;
    /** Minutes. What was said longer ago says nothing of the mood now. */
    private static final long LONGEST = 2 * 24 * 60;

    private static final long DAY = 24 * 60;
    private static final long SILENT = 12 * 60;
    /** Moods are less urgent than spikes: they are told when they are so many times as rare. */
    private static final double RARER = 4;

    /** A logarithm; what is rarer has no meaning. */
    private static final double RAREST = 12;

    private final double asked;
    private final MoodPast past;
    private final List<Speaker> recent;
    private long first;
    private long minute;
    private Turn turn;

    /**
     * A detector that goes on from a state, which is its own from now on.
     *
     * @param sensitivity how rare a turn must be: four times as rare as a spike
     * @param times how many times as rare as that, because of what people said of such alerts
     */
    public MoodDetector(Sensitivity sensitivity, double times, MoodState state) {
        asked = times * daysAsked(sensitivity);
        past = new MoodPast(state);
        recent = new ArrayList<>(state.recent());
        first = state.first();
        minute = state.minute();
        turn = state.turn();
    }

    /** How many days have to lie between swings as far. */
    public static double daysAsked(Sensitivity sensitivity) {
        return RARER * sensitivity.days();
    }

    /** Takes a minute's posts in; minutes must come in order. */
    public void next(long at, List<Voice> voices) {
        if (minute != MoodState.NONE && at <= minute) {
            throw new IllegalArgumentException("minute " + at + " comes after minute " + minute);
        }
        passTo(at);
        first = first == MoodState.NONE ? at : first;
        voices.forEach(voice -> hear(new Speaker(voice.author(), voice.post(), at, voice.sentiment())));
        if (turn.direction() != 0) {
            settle();
        }
        if (past.weight() >= WARM_UP && !turn.goesOn()) {
            look();
        }
    }

    /** Nobody spoke up to a minute. */
    public void passTo(long at) {
        if (minute != MoodState.NONE) {
            past.forget(at - minute);
        }
        boolean silent = !recent.isEmpty() && at - recent.get(recent.size() - 1).minute() >= SILENT;
        if (turn.goesOn() && (silent || at - turn.minute() >= DAY)) {
            turn = turn.over();
        }
        while (!recent.isEmpty() && at - recent.get(0).minute() > LONGEST) {
            past.add(recent.remove(0).sentiment());
        }
        minute = at;
    }

    /** When an open turn is over if nobody speaks, in minutes since 1970. */
    public long overBy() {
        long last =
                recent.isEmpty() ? turn.minute() : recent.get(recent.size() - 1).minute();
        return Math.min(turn.minute() + DAY, last + SILENT);
    }

    /** An author counts once among the last; what was said before is past. */
    private void hear(Speaker speaker) {
        for (int i = 0; i < recent.size(); i++) {
            if (recent.get(i).author() == speaker.author()) {
                past.add(recent.remove(i).sentiment());
                break;
            }
        }
        recent.add(speaker);
        if (recent.size() > MOST) {
            past.add(recent.remove(0).sentiment());
        }
    }

    private void settle() {
        double now = mean(turn.goesOn() ? since(turn.since()) : Math.min(BACK, recent.size()));
        boolean back = (now - turn.usual()) * turn.direction() < Math.abs(turn.now() - turn.usual()) / 2;
        boolean usual = (now - past.usual()) * turn.direction() < LEAST / 2;
        if (turn.goesOn() && back) {
            turn = turn.over();
        }
        if (!turn.goesOn() && usual) {
            turn = Turn.NONE;
        }
    }

    /** Of the last authors those who spoke from a minute on; enough of them not to follow a single one. */
    private int since(long from) {
        int authors = 0;
        for (Speaker speaker : recent) {
            authors += speaker.minute() >= from ? 1 : 0;
        }
        return Math.min(recent.size(), Math.max(LENGTHS[0], Math.min(BACK, authors)));
    }

    private void look() {
        // Each post is a look of each length, either way; that they overlap is no reason to count them less.
        double looks = 2.0 * LENGTHS.length * past.postsPerDay(minute - first);
        Turn found = Turn.NONE;
        for (int authors : LENGTHS) {
            if (recent.size() >= authors) {
                double now = mean(authors);
                int direction = now >= past.usual() ? 1 : -1;
                boolean far = Math.abs(now - past.usual()) >= LEAST && direction != turn.direction();
                double days = far ? days(now, authors, looks) : 0;
                if (days >= asked && days > found.days()) {
                    long since = recent.get(recent.size() - authors).minute();
                    found = new Turn(minute, since, direction, past.usual(), now, authors, days, true);
                }
            }
        }
        turn = found.goesOn() ? found : turn;
    }

    private double days(double now, int authors, double looks) {
        double rare = past.bySwings(now, authors, minute - first);
        if (Math.pow(10, rare) < asked * looks) {
            return 0;
        }
        return Math.pow(10, Math.min(RAREST, Math.min(rare, past.byChance(now, authors)))) / looks;
    }

    private double mean(int authors) {
        double sum = 0;
        for (Speaker speaker : recent.subList(recent.size() - authors, recent.size())) {
            sum += speaker.sentiment();
        }
        return sum / authors;
    }

    /** What is told, or was told before the mood was usual again. */
    public Turn turn() {
        return turn;
    }

    /** The last authors' posts, as hashes. */
    public List<Long> posts() {
        return recent.stream().map(Speaker::post).toList();
    }

    /** The mean sentiment of the past. */
    public double usual() {
        return past.usual();
    }

    /** The newest minute; {@link MoodState#NONE} before the first. */
    public long minute() {
        return minute;
    }

    /** The oldest of the last authors' minutes, or the newest minute. */
    public long oldest() {
        return recent.isEmpty() ? minute : recent.get(0).minute();
    }

    /** The means of the last blocks of the past, and of the last authors in halves, oldest first. */
    public List<Double> series() {
        List<Double> series = past.means();
        for (int from = 0; from + BACK <= recent.size(); from += BACK) {
            double sum = 0;
            for (Speaker speaker : recent.subList(recent.size() - from - BACK, recent.size() - from)) {
                sum += speaker.sentiment();
            }
            series.add(series.size() - from / BACK, sum / BACK);
        }
        return series;
    }

    /** The state as it stands; it shares its array with this detector. */
    public MoodState state() {
        return past.state(first, minute, recent, turn);
    }
}
