package dev.linnet.bench.extract;

import dev.linnet.keywords.mining.page.block.PageBlocks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds a page's truth in its blocks. A page's weights add up to about one, whatever its length. */
final class Labels {
    private static final double PIECES = 6;
    private static final double LEAST_SHARE = 0.15;

    private final PageBlocks blocks;
    final float[] labels;
    final float[] weights;

    Labels(PageBlocks blocks, Truth truth) {
        this.blocks = blocks;
        labels = new float[blocks.size()];
        weights = new float[blocks.size()];
        if (truth.article() != null) {
            article(truth, truth.article());
        } else {
            truth.without().forEach(piece -> piece(Truth.collapse(piece), 0, LEAST_SHARE));
            truth.with().forEach(piece -> piece(Truth.collapse(piece), 1, 0));
        }
    }

    private void piece(String piece, float label, double leastShare) {
        for (int i = 0; i < blocks.size(); i++) {
            String text = blocks.text(i);
            if (text.contains(piece) && piece.length() >= leastShare * text.length()) {
                labels[i] = label;
                weights[i] = (float) (1 / PIECES);
            }
        }
    }

    private void article(Truth truth, String article) {
        Set<List<String>> runs = truth.runs();
        Set<String> words = new HashSet<>(Truth.words(article));
        Set<String> lines = new HashSet<>();
        article.lines().map(Truth::collapse).forEach(lines::add);
        boolean[] unsure = new boolean[blocks.size()];
        int[] lengths = new int[blocks.size()];
        double all = 0;
        for (int i = 0; i < blocks.size(); i++) {
            List<String> own = Truth.words(blocks.text(i));
            lengths[i] = own.size();
            all += own.size() + 3;
            if (own.size() >= 4) {
                labels[i] = share(own, runs) > 0.5 ? 1 : 0;
            } else if (lines.contains(blocks.text(i))) {
                labels[i] = 1;
            } else {
                unsure[i] = runs.contains(own) || own.size() == 1 && words.contains(own.get(0));
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            weights[i] = lengths[i] == 0 ? 0 : (float) ((lengths[i] + 3) / all);
            if (unsure[i]) {
                // A few words that the article holds somewhere: they are its own if they stand in its midst.
                boolean amid = i > 0 && i < blocks.size() - 1 && labels[i - 1] == 1 && labels[i + 1] == 1;
                labels[i] = amid ? 1 : 0;
                weights[i] /= 2;
            }
        }
    }

    private static double share(List<String> words, Set<List<String>> runs) {
        int hits = 0;
        int all = words.size() - 3;
        for (int i = 0; i < all; i++) {
            hits += runs.contains(words.subList(i, i + 4)) ? 1 : 0;
        }
        return (double) hits / all;
    }
}
