package dev.linnet.bench.extract;

import dev.linnet.keywords.mining.page.block.PageBlocks;
import java.util.Locale;

/**
 * A page of a development set, with what people said of its text.
 *
 * @param truth what people said
 * @param site the site it is from; pages of one site are alike and stay in one fold
 * @param html the page
 * @param blocks its blocks
 * @param labels for each block, 1 if it is the article's
 * @param weights for each block, how much it counts in training; 0 if nobody said anything of it
 */
record LabelledPage(Truth truth, String site, String html, PageBlocks blocks, float[] labels, float[] weights) {
    /** The name that a site's pages have in common: what stands before the public suffix, as far as can be told. */
    static String site(String address) {
        String host = address.replaceFirst("^https?://", "")
                .replaceFirst("[/:?#].*", "")
                .toLowerCase(Locale.ROOT);
        String[] parts = host.split("\\.");
        int last = parts.length - 1;
        boolean twice = last >= 2 && parts[last].length() == 2 && parts[last - 1].length() <= 3;
        return parts[Math.max(0, last - (twice ? 2 : 1))];
    }
}
