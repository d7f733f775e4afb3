package dev.linnet.keywords.mining.page.block;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How likely the blocks around each block are to be the article's: what the second look knows more than the first. */
final class Surroundings {
    private static final int LEVELS = 4;
    private static final int NEAR = 4;
    private static final double[] NONE = {0, 1};

    private final Whole page;
    private final double[] first;
    /** For each place and look: probable characters of the article in it, and all its characters. */
    private final Map<Place, double[]> places = new IdentityHashMap<>();

    private final Map<Whole.Look, double[]> looks = new HashMap<>();
    private double most;
    private double kept;
    private int firstIn = -1;
    private int lastIn = -1;

    Surroundings(Whole page, double[] first) {
        this.page = page;
        this.first = first;
        for (int i = 0; i < first.length; i++) {
            Block block = page.blocks.get(i);
            int chars = block.text.length();
            for (int up = 0; up < LEVELS; up++) {
                count(places.computeIfAbsent(block.place.up(up), p -> new double[2]), first[i], chars);
            }
            count(looks.computeIfAbsent(page.look(block), l -> new double[2]), first[i], chars);
            most = Math.max(most, first[i]);
            kept += first[i] * chars;
            if (first[i] > 0.5) {
                firstIn = firstIn < 0 ? i : firstIn;
                lastIn = i;
            }
        }
    }

    /** Each row with its surroundings added; the names go after those of the first look. */
    float[][] rows(float[][] rows, List<String> names) {
        float[][] added = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            Row row = new Row(rows[i], names(rows[i], names));
            addNear(row, i);
            addPlaces(row, page.blocks.get(i));
            row.add("most", most);
            row.add("kept", Math.log(1 + kept));
            row.add("kept share", kept / page.chars);
            row.add("after first in", firstIn < 0 ? 0 : Features.signedLog(i - firstIn));
            row.add("after last in", lastIn < 0 ? 0 : Features.signedLog(i - lastIn));
            added[i] = row.values();
        }
        return added;
    }

    private static @Nullable List<String> names(float[] row, List<String> names) {
        return names.size() == row.length ? names : null;
    }

    private void addNear(Row row, int i) {
        row.add("first", first[i]);
        for (int near = 1; near <= NEAR; near++) {
            row.add("first -" + near, i < near ? -1 : first[i - near]);
            row.add("first +" + near, i + near >= first.length ? -1 : first[i + near]);
        }
        row.add("mean 3", mean(i, 3));
        row.add("mean 10", mean(i, 10));
    }

    private void addPlaces(Row row, Block block) {
        for (int up = 0; up < LEVELS; up++) {
            double[] sum = places.getOrDefault(block.place.up(up), NONE);
            row.add("place mean " + up, sum[0] / sum[1]);
            row.add("place part " + up, sum[0] / Math.max(1, kept));
        }
        double[] sum = looks.getOrDefault(page.look(block), NONE);
        row.add("look first", sum[0] / sum[1]);
    }

    private double mean(int at, int around) {
        double sum = 0;
        double chars = 0;
        for (int i = Math.max(0, at - around); i < Math.min(first.length, at + around + 1); i++) {
            if (i != at) {
                int length = page.blocks.get(i).text.length();
                sum += first[i] * length;
                chars += length;
            }
        }
        return chars == 0 ? 0 : sum / chars;
    }

    private static void count(double[] sum, double probability, int chars) {
        sum[0] += probability * chars;
        sum[1] += chars;
    }
}
