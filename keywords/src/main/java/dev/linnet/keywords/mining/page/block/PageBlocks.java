package dev.linnet.keywords.mining.page.block;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The blocks of one page with their features, as a model needs them to tell which are the article's. */
public final class PageBlocks {
    private final Whole page;
    private final Clues clues;
    private final boolean[] vetoed;
    private final List<String> names = new ArrayList<>();
    private float @Nullable [][] first;

    private PageBlocks(Whole page, Clues clues) {
        this.page = page;
        this.clues = clues;
        this.vetoed = Vetoes.of(page.blocks);
    }

    /**
     * Reads a page's blocks.
     *
     * @param body the page's body
     * @param clues what the page says of its article
     */
    public static PageBlocks of(Element body, Clues clues) {
        return new PageBlocks(new Whole(Blocks.of(body)), clues);
    }

    /** How many blocks there are. */
    public int size() {
        return page.blocks.size();
    }

    /** A block's text, white space collapsed. */
    public String text(int block) {
        return page.blocks.get(block).text;
    }

    /** Whether a rule says that a block is never the article's. */
    public boolean isVetoed(int block) {
        return vetoed[block];
    }

    /** For each block, its features: what it looks like and where it stands. */
    public float[][] firstLook() {
        float[][] rows = first == null ? new Features(page, clues).rows(names) : first;
        first = rows;
        return rows;
    }

    /**
     * For each block, its features with what the first look made of its surroundings.
     *
     * @param probabilities for each block, what the first look says
     */
    public float[][] secondLook(double[] probabilities) {
        return new Surroundings(page, probabilities).rows(firstLook(), names);
    }

    /** The names of the features, of the second look too once that was taken; empty on a page without blocks. */
    public List<String> names() {
        return List.copyOf(names);
    }
}
