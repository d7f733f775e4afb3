package dev.linnet.pipeline.spikes;

import dev.linnet.pipeline.spikes.SpikeState.Episode;
import dev.linnet.pipeline.spikes.SpikeState.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when a series is far above its own past, whatever its scale: causal, in one pass, with a state of fixed size.
 *
 * <p>Rows that are not given, because nobody listened, are passed over; a quiet row has to be given as 0. Each row is asked how rare its level is ({@link Rarity}), "bursts as high come once in nine days", and how rare its rise over the level just before ({@link Rises}). An episode opens when that is
 * rarer than the sensitivity asks and news, which means twice as rare as all that was seen in the hours before; it closes after
 * some usual rows. While it goes on, its levels enter the past only as high as what was usual, so that a long burst does not
 * become the norm; its peak is remembered as one burst.
 */
public final class SpikeDetector {
    /** Rows of history before anything is told. */
    public static final int WARM_UP = 30;

    /** Added to each level, so that a single post of a silent keyword is no infinite rise. */
    private static final double FLOOR = 0.5;
    /** The tail of levels that is supposed at first. */
    private static final double PRIOR_GAMMA = 0.5;
    /** How much rarer than the last told burst is news: twice. */
    private static final double NEWS = 0.3;

    private static final double AS_HIGH = 0.25;
    /** After five hours at balanced. */
    private static final double SHORT_PAST = 30;

    /** From here on the weights are scaled back; far from where a float would lose small ones. */
    private static final double LARGEST_UNIT = 1_000;

    private final SpikeScale scale;
    /** Rows between bursts that are told. */
    private final double told;

    private final double shortPast;
    private final int lag;
    private final double seen;
    private final double growth;
    private final Past levels;
    private final Rises rises;
    private final double[] recent;
    private final float[] series;
    private final float[] week;
    private final short[] weekRows;
    private final WeekRhythm rhythm;
    private long row;
    private long rows;
    private double unit;
    private double mass;
    private Mark latest;
    private Episode episode;
    private long cut;

    /** A detector that goes on from a state, which is its own from now on. */
    public SpikeDetector(SpikeScale scale, Sensitivity sensitivity, SpikeState state) {
        this(scale, sensitivity, 1, state);
    }

    /**
     * The same for a series that people want to hear more or less of.
     *
     * @param times how many times as rare as the sensitivity asks a burst must be
     */
    public SpikeDetector(SpikeScale scale, Sensitivity sensitivity, double times, SpikeState state) {
        this.scale = scale;
        told = times * scale.told(sensitivity);
        shortPast = times * SHORT_PAST;
        lag = scale.lag();
        seen = scale.seen();
        growth = scale.growth();
        levels = new Past(state.levels(), scale.apart(), PRIOR_GAMMA);
        rises = new Rises(state.rises(), scale);
        recent = state.recent();
        series = state.series();
        week = state.week();
        weekRows = state.weekRows();
        rhythm = new WeekRhythm(week, weekRows, scale.rowSeconds());
        row = state.row();
        rows = state.rows();
        unit = state.unit();
        mass = state.mass();
        latest = state.told();
        episode = state.episode();
        cut = state.cut();
    }

    /** Takes a row in; rows must come in order. */
    public SpikeReading next(long at, double value) {
        if (row != SpikeState.NONE && at <= row) {
            throw new IllegalArgumentException("row " + at + " comes after row " + row);
        }
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a row's value is 0 or more, not " + value);
        }
        Episode lost = row != SpikeState.NONE && at - row > scale.apart() ? episode : Episode.NONE;
        if (lost.goesOn()) {
            episode = Episode.NONE; // nobody knows what became of it
        }
        skipTo(at);
        recent[(int) Math.floorMod(at, (long) recent.length)] = value;
        double level = 0;
        for (double part : recent) {
            level += part;
        }
        double place = LogBins.place(level + FLOOR);
        double high = rare(level, levels.measure(place, unit));
        boolean warm = rows >= WARM_UP;
        double steep = warm ? rises.measure(level, levels.total() > 0 ? mass / levels.total() : 0, unit) : 0;
        double rare = warm ? Math.max(high, steep) : 0;
        boolean news = warm && isNews(at, rare);
        Episode before = episode;
        follow(at, level, rare, news, steep > high);
        if (warm) {
            levels.follow(at, place, unit);
            rises.follow(at, unit);
        }
        remember(at, level);
        boolean opened = !before.goesOn() && episode.goesOn();
        Episode closed = before.goesOn() && !episode.goesOn() ? before : lost;
        double days = rare > 0 ? scale.days(Math.pow(10, rare)) : 0;
        return new SpikeReading(at, level, days, news, opened, closed);
    }

    /** How rare: by the past bursts, and no rarer than chance alone would have it. */
    private double rare(double level, double rare) {
        return rare < seen
                ? rare
                : Math.min(rare, Chance.rarity(level, (mass / unit + recent.length) * unit / levels.total()));
    }

    /** Rarer than the sensitivity asks; while the past is short, than thirty times as long as it is. */
    private boolean isTold(double rare) {
        return rare >= Math.log10(Math.min(told, shortPast * rows));
    }

    /** Rows that are left out are unknown: neither quiet nor high, and the level builds up anew after them. */
    private void skipTo(long at) {
        if (row != SpikeState.NONE) {
            long from = Math.max(row + 1, at - series.length);
            for (long missing = from; missing < at; missing++) {
                recent[(int) Math.floorMod(missing, (long) recent.length)] = 0;
                series[(int) Math.floorMod(missing, (long) series.length)] = Float.NaN;
                rises.miss(missing);
            }
        }
        row = at;
    }

    private boolean isNews(long at, double rare) {
        double bar = latest.row() == SpikeState.NONE || at - latest.row() > scale.memory()
                ? Double.NEGATIVE_INFINITY
                : latest.height();
        if (rare > seen && rare > bar + NEWS) {
            latest = new Mark(rare, at);
            return true;
        }
        if (rare > seen && rare > bar - AS_HIGH) {
            latest = new Mark(bar, at);
        }
        return false;
    }

    private void follow(long at, double level, double rare, boolean news, boolean steep) {
        double usual = usualHigh();
        if (!episode.goesOn()) {
            double before = steep ? rises.before() : Double.NaN;
            episode = news && isTold(rare) ? new Episode(at, level, usual, rare, before, 0) : Episode.NONE;
        } else {
            int calm = isUsual(level, usual) ? episode.calm() + 1 : 0;
            boolean isHigh = rare > episode.rarity() && !steep;
            episode = calm >= scale.calm()
                    ? Episode.NONE
                    : new Episode(
                            episode.start(),
                            Math.max(episode.peak(), level),
                            episode.usual(),
                            Math.max(episode.rarity(), rare),
                            isHigh ? Double.NaN : episode.before(),
                            calm);
        }
    }

    private boolean isUsual(double level, double usual) {
        return level <= usual && (!episode.isRise() || rises.isUsual());
    }

    private void remember(long at, double level) {
        if (episode.goesOn()) {
            cut = at;
        }
        unit *= growth;
        double past = rows < lag ? Double.NaN : series[(int) Math.floorMod(at - lag, (long) series.length)];
        boolean isCut = at - lag <= cut;
        if (!Double.isNaN(past)) {
            double kept = isCut ? Math.min(past, usualHigh()) : past;
            levels.add(LogBins.place(kept + FLOOR), unit);
            mass += unit * kept;
        }
        rises.remember(at, past, isCut, unit);
        if (unit > LARGEST_UNIT) {
            scaleBack();
        }
        rhythm.add(at, episode.goesOn() ? Math.min(level, episode.usual()) : level);
        series[(int) Math.floorMod(at, (long) series.length)] = (float) level;
        rows++;
    }

    private void scaleBack() {
        levels.scaleBack(unit);
        rises.scaleBack(unit);
        mass /= unit;
        unit = 1;
    }

    /** The level that nine of ten past rows did not exceed. */
    public double usualHigh() {
        return levels.total() > 0 ? Math.max(0, LogBins.level(levels.usual()) - FLOOR) : 0;
    }

    /** What is usual at the time of the last row; where no hour of the day is known yet, and a rise is what is rare, what was just before. */
    public Usual usual() {
        Usual usual = rhythm.at(row);
        return usual.when().isEmpty() && episode.isRise() ? Usual.before(episode.before()) : usual;
    }

    /** How many days lie between bursts as high, or as steep, as an episode's, by the past as it was at each of its rows. */
    public double daysBetween(Episode of) {
        return scale.days(Math.pow(10, of.isRise() ? Rises.rarer(of.rarity()) : of.rarity()));
    }

    /** What goes on. */
    public Episode episode() {
        return episode;
    }

    /** The last row taken; {@link SpikeState#NONE} before the first. */
    public long row() {
        return row;
    }

    /** The last levels, oldest first. */
    public List<Double> series() {
        List<Double> list = new ArrayList<>();
        for (long at = row - Math.min(rows, series.length) + 1; at <= row; at++) {
            float level = series[(int) Math.floorMod(at, (long) series.length)];
            list.add(Float.isNaN(level) ? 0.0 : level);
        }
        return list;
    }

    /** The state as it stands; it shares its arrays with this detector. */
    public SpikeState state() {
        return new SpikeState(
                row,
                rows,
                unit,
                mass,
                levels.state(),
                rises.state(),
                recent,
                series,
                week,
                weekRows,
                latest,
                episode,
                cut);
    }
}
