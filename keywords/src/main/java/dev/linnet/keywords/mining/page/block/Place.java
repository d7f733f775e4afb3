package dev.linnet.keywords.mining.page.block;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of a page with what its text adds up to, and the nearest elements of each kind around it. */
final class Place {
    final @Nullable Place parent;
    final String tag;
    final String style;
    final String id;
    final int depth;
    final boolean hidden;
    /** For each {@link Kind}, the nearest place of that kind, this one included. */
    final @Nullable Place[] nearest = new Place[Kind.ALL.length];

    int chars;
    int linked;
    int blocks;
    /** Characters in blocks that read like running text. */
    int prose;
    /** As Readability scores candidates: paragraphs count for their parent, and half for its parent. */
    double score;

    private final Map<String, Integer> children = new HashMap<>(2);

    Place(@Nullable Place parent, String tag, String style, String id, int kinds, boolean hides) {
        this.parent = parent;
        this.tag = tag;
        this.style = style;
        this.id = id;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.hidden = hides || parent != null && parent.hidden;
        for (int k = 0; k < nearest.length; k++) {
            nearest[k] = (kinds >> k & 1) == 1 ? this : parent == null ? null : parent.nearest[k];
        }
    }

    /** Adds up what has been found in it, for the place around it. */
    void close() {
        if (parent == null) {
            return;
        }
        parent.chars += chars;
        parent.linked += linked;
        parent.blocks += blocks;
        parent.prose += prose;
        if (blocks > 1) {
            parent.children.merge(rough(), 1, Integer::sum);
        }
    }

    /** How many places beside this one, and this one, look the same and hold several blocks: comments, teasers, hits. */
    int alike() {
        return parent == null || blocks < 2 ? 0 : parent.children.getOrDefault(rough(), 0);
    }

    /** Tag and first class: what comes after it often differs from item to item. */
    private String rough() {
        int end = style.indexOf(' ');
        return end < 0 ? style : style.substring(0, end);
    }

    double linkDensity() {
        return chars == 0 ? 0 : (double) linked / chars;
    }

    /** The place so many levels up, or the topmost. */
    Place up(int levels) {
        Place place = this;
        for (int i = 0; i < levels && place.parent != null; i++) {
            place = place.parent;
        }
        return place;
    }
}
