package dev.linnet.keywords.mining.page;

import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.page.block.BlockModel;
import dev.linnet.keywords.mining.page.block.PageBlocks;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The article on a page, without its menus, comments, notices and related links. */
public final class MainContent {
    private static final double LIKELY = 0.5;
    private static final double POSSIBLE = 0.1;
    private static final int TOO_SHORT = 200;
    /** Blocks of a text that may stand twice on a page by right, such as a chorus or a table's cell. */
    private static final int MAY_REPEAT = 60;

    /** A page of more is no article but a book or a heap: all of it is taken. */
    private static final int MOST_BLOCKS = 30_000;

    private MainContent() {}

    /**
     * Finds the article on a page.
     *
     * @param html the page
     * @param address where it came from, which becomes the article's id; may be a file's path
     */
    public static Article extract(String html, String address) {
        Document page = Jsoup.parse(html, address);
        PageMetadata told = PageMetadata.of(page);
        String text = text(page, told, BlockModel.shipped());
        return new Article(
                address,
                told.title(),
                text,
                told.published(),
                told.author(),
                Languages.of(text, told.language()),
                told.tags());
    }

    /** The text of the article on a page, as another model than the shipped one finds it. */
    public static String text(String html, BlockModel model) {
        Document page = Jsoup.parse(html);
        return text(page, PageMetadata.of(page), model);
    }

    /** The blocks of a page as they are shown to the model. */
    public static PageBlocks blocks(String html) {
        Document page = Jsoup.parse(html);
        return PageBlocks.of(page.body(), PageMetadata.of(page).clues());
    }

    private static String text(Document page, PageMetadata told, BlockModel model) {
        PageBlocks blocks = PageBlocks.of(page.body(), told.clues());
        if (blocks.size() > MOST_BLOCKS) {
            return HtmlText.of(page.body());
        }
        double[] probabilities = model.probabilities(blocks);
        String text = join(blocks, probabilities, LIKELY);
        if (text.length() < TOO_SHORT || text.length() * 2 < told.body().length()) {
            text = longer(text, told.body());
        }
        if (text.length() < TOO_SHORT) {
            text = longer(text, join(blocks, probabilities, POSSIBLE));
        }
        return text.isEmpty() ? HtmlText.of(page.body()) : text;
    }

    private static String join(PageBlocks blocks, double[] probabilities, double least) {
        StringBuilder text = new StringBuilder();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            String block = blocks.text(i);
            if (probabilities[i] >= least && (block.length() < MAY_REPEAT || seen.add(block))) {
                text.append(text.isEmpty() ? "" : "\n\n").append(block);
            }
        }
        return text.toString();
    }

    private static String longer(String a, String b) {
        return a.length() >= b.length() ? a : b;
    }
}
