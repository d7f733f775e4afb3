package dev.linnet.keywords.mining.page.block;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells which blocks of a page are the article's, in two looks: at each block, then at each block among those around it
 * (stacking, Wolpert 1992). {@code bench/train-extract} makes the one that is shipped.
 *
 * @param first the first look
 * @param second the second look
 * @param names the features that it was trained with, in their order
 */
public record BlockModel(Forest first, Forest second, List<String> names) {
    private static final String SHIPPED = "blocks.model";

    /** The model that comes with Linnet. */
    public static BlockModel shipped() {
        return Shipped.MODEL;
    }

    /** For each block, the probability that it is part of the article; 0 for what a rule excludes. */
    public double[] probabilities(PageBlocks page) {
        double[] looked = first.probabilities(page.firstLook());
        double[] again = second.probabilities(page.secondLook(looked));
        for (int i = 0; i < again.length; i++) {
            again[i] = page.isVetoed(i) ? 0 : again[i];
        }
        return again;
    }

    /** As text: the names on a line, parted by tabs, then the two forests. */
    public String write() {
        return String.join("\t", names) + "\n" + first.write() + second.write();
    }

    /** Reads what {@link #write} wrote. */
    static BlockModel read(BufferedReader in) throws IOException {
        List<String> names = List.of(Forest.line(in).split("\t"));
        return new BlockModel(Forest.read(in), Forest.read(in), names);
    }

    private static final class Shipped {
        static final BlockModel MODEL = load();

        private static BlockModel load() {
            try (InputStream in = BlockModel.class.getResourceAsStream(SHIPPED)) {
                if (in == null) {
                    throw new IllegalStateException("the class path lacks " + SHIPPED + "; build Linnet anew");
                }
                return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
