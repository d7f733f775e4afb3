package dev.linnet.cli.spikes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A series as a picture: its values, what was usual, and its spikes with their words. */
public final class SpikePlot {
    private static final int WIDTH = 1200;
    private static final int LEFT = 64;
    private static final int RIGHT = 1176;
    private static final int TOP = 124;
    private static final int BOTTOM = 384;
    private static final int LANES = 2;
    private static final int MARK = 20;
    private static final int LISTED = 12;
    private static final int LINE = 22;

    private final ScoredSeries scored;
    private final List<Series.Row> rows;
    private final PlotScale scale;
    private final List<FoundEpisode> rarest;
    private final StringBuilder svg = new StringBuilder();

    private SpikePlot(ScoredSeries scored) {
        this.scored = scored;
        rows = scored.series().rows();
        scale = PlotScale.of(rows, LEFT, RIGHT, TOP, BOTTOM);
        rarest = scored.episodes().stream()
                .sorted(Comparator.comparingDouble(FoundEpisode::days).reversed())
                .limit(LISTED)
                .sorted(Comparator.comparingInt(FoundEpisode::first))
                .toList();
    }

    /** The picture as SVG. */
    public static String of(ScoredSeries scored) {
        return new SpikePlot(scored).draw();
    }

    private String draw() {
        int height = BOTTOM + 52 + LINE * Math.max(1, rarest.size()) + 20;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
                WIDTH, height, WIDTH, height);
        add("<title>%s</title>", escaped(scored.series().name()));
        svg.append(PlotStyle.CSS);
        add("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>", WIDTH, height);
        text(LEFT, 34, "head", scored.series().name());
        text(LEFT, 56, "dim", told() + "; heights by square root");
        grid();
        bands();
        values();
        usual();
        marks();
        list();
        return svg.append("</svg>\n").toString();
    }

    private String told() {
        int count = scored.episodes().size();
        return String.format(Locale.ROOT, "%,d rows, %d %s", rows.size(), count, count == 1 ? "spike" : "spikes")
                + (count > rarest.size() ? "; the " + rarest.size() + " rarest in words" : "");
    }

    private void grid() {
        for (double value : scale.heights()) {
            add(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, RIGHT, scale.y(value), scale.y(value));
            add(
                    "<text class=\"dim end\" x=\"%d\" y=\"%.1f\">%s</text>",
                    LEFT - 10, scale.y(value) + 4, PlotScale.number(value));
        }
        for (PlotScale.Tick tick : scale.times()) {
            add(
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                    tick.x(), tick.x(), BOTTOM, BOTTOM + 6);
            add("<text class=\"dim middle\" x=\"%.1f\" y=\"%d\">%s</text>", tick.x(), BOTTOM + 22, tick.words());
        }
    }

    private void bands() {
        for (FoundEpisode episode : scored.episodes()) {
            double from = scale.x(rows.get(episode.first()).millis());
            double width = Math.max(2, scale.x(rows.get(episode.last()).millis()) - from);
            add(
                    "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                    from, TOP, width, BOTTOM - TOP);
        }
    }

    /** Of each column of the picture the highest value, so that no burst is lost between rows. */
    private void values() {
        double[] highest = columns(false);
        StringBuilder area = new StringBuilder(String.format(Locale.ROOT, "M%d,%d", LEFT, BOTTOM));
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < highest.length; column++) {
            if (!Double.isNaN(highest[column])) {
                String point = String.format(Locale.ROOT, "L%d,%.1f", LEFT + column, scale.y(highest[column]));
                area.append(point);
                line.append(line.isEmpty() ? point.replace('L', 'M') : point);
            }
        }
        add("<path class=\"area\" d=\"%sL%d,%dZ\"/>", area, RIGHT, BOTTOM);
        add("<path class=\"line\" d=\"%s\"/>", line);
    }

    private void usual() {
        double[] usual = columns(true);
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < usual.length; column++) {
            if (!Double.isNaN(usual[column])) {
                line.append(String.format(
                        Locale.ROOT, "%s%d,%.1f", line.isEmpty() ? "M" : "L", LEFT + column, scale.y(usual[column])));
            }
        }
        add("<path class=\"usual\" d=\"%s\"/>", line);
        add("<line class=\"usual\" x1=\"%d\" x2=\"%d\" y1=\"52\" y2=\"52\"/>", RIGHT - 196, RIGHT - 172);
        text(RIGHT - 164, 56, "dim", "nine of ten are below this");
    }

    private double[] columns(boolean ofUsual) {
        double[] columns = new double[RIGHT - LEFT + 1];
        Arrays.fill(columns, Double.NaN);
        for (int i = 0; i < rows.size(); i++) {
            int column = (int) Math.round(scale.x(rows.get(i).millis())) - LEFT;
            double value = ofUsual ? scored.usual()[i] : rows.get(i).value();
            if (!(columns[column] >= value)) {
                columns[column] = value;
            }
        }
        return columns;
    }

    private void marks() {
        double[] free = new double[LANES];
        for (int i = 0; i < rarest.size(); i++) {
            double x = scale.x(rows.get(rarest.get(i).first()).millis());
            int lane = x >= free[0] ? 0 : x >= free[1] ? 1 : free[0] <= free[1] ? 0 : 1;
            double at = Math.max(x, free[lane]);
            free[lane] = at + MARK + 2;
            mark(at, TOP - 12 - lane * MARK, i + 1);
        }
    }

    private void mark(double x, double y, int number) {
        add("<circle class=\"mark\" cx=\"%.1f\" cy=\"%.1f\" r=\"9\"/>", x, y);
        add("<text class=\"number\" x=\"%.1f\" y=\"%.1f\">%d</text>", x, y + 4, number);
    }

    private void list() {
        int y = BOTTOM + 60;
        if (rarest.isEmpty()) {
            text(LEFT, y, "dim", "No spike: nothing rarer than asked for.");
        }
        for (int i = 0; i < rarest.size(); i++) {
            mark(LEFT + 9, y - 4, i + 1);
            text(LEFT + 28, y, "words", EpisodeLines.of(scored.series(), rarest.get(i)));
            y += LINE;
        }
    }

    private void text(int x, int y, String style, String words) {
        add("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", style, x, y, escaped(words));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
