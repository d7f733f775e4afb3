package dev.linnet.keywords.mining.page.block;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that are never the article's, however much they look like it: what readers wrote under it, and the beginnings of
 * other articles. Too few pages have them for a model to learn it well.
 */
final class Vetoes {
    private static final Pattern COMMENTS =
            Pattern.compile("(?i)(?:^|[.\\s_-])(?:(?:comment|kommentar|commentaire|comentario)(?:s|e|en)?"
                    + "(?:-?(?:list|area|wrapper|section|content|body))?|disqus\\w*|livefyre\\w*)(?:$|[\\s_-])");
    private static final int ENOUGH = 500;

    private Vetoes() {}

    static boolean[] of(List<Block> blocks) {
        boolean[] out = new boolean[blocks.size()];
        int outside = 0;
        for (int i = 0; i < out.length; i++) {
            Block block = blocks.get(i);
            boolean comment = isComment(block.place);
            outside += !comment && block.isProse() && !block.place.hidden ? block.text.length() : 0;
            out[i] = comment;
        }
        for (int i = 0; i < out.length; i++) {
            // A page of nothing but comments is a forum's: there they are the article.
            out[i] = out[i] && outside >= ENOUGH || isTeaser(blocks.get(i));
        }
        return out;
    }

    private static boolean isComment(Place place) {
        for (Place p = place.nearest[Kind.COMMENTS.ordinal()]; p != null; p = above(p)) {
            if (COMMENTS.matcher(p.style).find() || COMMENTS.matcher(p.id).find()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Place above(Place place) {
        return place.parent == null ? null : place.parent.nearest[Kind.COMMENTS.ordinal()];
    }

    /** A linked title, then words that trail off. */
    private static boolean isTeaser(Block block) {
        return block.leading
                && block.linked > 15
                && (block.text.endsWith("...") || block.text.endsWith("…"))
                && block.text.length() < 600;
    }
}
