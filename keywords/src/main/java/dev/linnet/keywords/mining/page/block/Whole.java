package dev.linnet.keywords.mining.page.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can only be said of a block when all of its page is known: where the text lies, what looks alike. */
final class Whole {
    /** Blocks of one look, added up. */
    static final class Look {
        int chars;
        int linked;
        int blocks;
    }

    private static final double MOST = 0.6;
    private static final double LARGE = 0.4;
    private static final List<Kind> ASIDES = List.of(
            Kind.COMMENTS,
            Kind.RELATED,
            Kind.PROMOTION,
            Kind.CHROME,
            Kind.ASIDE,
            Kind.NAV,
            Kind.FOOTER,
            Kind.FORM,
            Kind.CAPTION);

    final List<Block> blocks;
    final int chars;
    final int prose;
    /** Where Readability would say the article is. */
    final @Nullable Place best;
    /** The same, with comments, related texts and notices left out of account. */
    final @Nullable Place clean;
    /** The smallest place that holds most of the page's prose. */
    final @Nullable Place most;

    final int firstProse;
    final int lastProse;
    final int[] wordings;
    final int[] before;
    private final Map<String, Look> looks = new HashMap<>();
    private final Map<String, Integer> copies = new HashMap<>();
    private final Map<Place, Integer> joins;

    Whole(List<Block> blocks) {
        this.blocks = blocks;
        wordings = new int[blocks.size()];
        before = new int[blocks.size()];
        List<Place> places = new ArrayList<>();
        Map<Place, Boolean> seen = new IdentityHashMap<>();
        int sum = 0;
        int running = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            wordings[i] = Wording.of(block.text);
            before[i] = sum;
            sum += block.text.length();
            running += block.isProse() ? block.text.length() : 0;
            copies.merge(block.text, 1, Integer::sum);
            look(block).chars += block.text.length();
            look(block).linked += block.linked;
            look(block).blocks++;
            for (Place p = block.place; p != null && seen.put(p, true) == null; p = p.parent) {
                places.add(p);
            }
        }
        chars = Math.max(1, sum);
        prose = running;
        best = best(places);
        clean = cleanBest(blocks);
        most = most(places);
        joins = chain(best);
        int[] ends = proseEnds();
        firstProse = ends[0];
        lastProse = ends[1];
    }

    private static @Nullable Place best(List<Place> places) {
        Place best = null;
        double most = 0;
        for (Place place : places) {
            double score = place.score * (1 - place.linkDensity());
            if (score > most) {
                most = score;
                best = place;
            }
        }
        return best;
    }

    private @Nullable Place cleanBest(List<Block> blocks) {
        Map<Place, Integer> sums = new IdentityHashMap<>();
        for (Block block : blocks) {
            if (block.isProse() && !isAside(block.place)) {
                Place holder =
                        block.place.tag.equals("p") || block.place.tag.equals("li") ? block.place.up(1) : block.place;
                sums.merge(holder, block.text.length() * 2, Integer::sum);
                sums.merge(holder.up(1), block.text.length(), Integer::sum);
            }
        }
        return sums.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private boolean isAside(Place place) {
        if (place.hidden) {
            return true;
        }
        for (Kind kind : ASIDES) {
            Place near = place.nearest[kind.ordinal()];
            if (near != null && near.chars < chars * LARGE) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Place most(List<Place> places) {
        Place found = null;
        for (Place place : places) {
            if (place.prose > prose * MOST && (found == null || place.depth > found.depth)) {
                found = place;
            }
        }
        return found;
    }

    private int[] proseEnds() {
        int first = -1;
        int last = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).isProse() && join(blocks.get(i).place)[1] == 0) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return new int[] {first, last};
    }

    /** How far below and how far above the best place the two ways part: {below, above}. */
    int[] join(Place place) {
        return join(place, joins);
    }

    static Map<Place, Integer> chain(@Nullable Place from) {
        Map<Place, Integer> chain = new IdentityHashMap<>();
        int up = 0;
        for (Place p = from; p != null; p = p.parent) {
            chain.put(p, up++);
        }
        return chain;
    }

    static int[] join(Place place, Map<Place, Integer> joins) {
        int below = 0;
        for (Place p = place; p != null && below < 60; p = p.parent) {
            Integer above = joins.get(p);
            if (above != null) {
                return new int[] {below, above};
            }
            below++;
        }
        return new int[] {60, 60};
    }

    Look look(Block block) {
        return looks.computeIfAbsent(
                block.place.style + ' ' + block.place.up(1).style + ' ' + block.place.up(2).style, key -> new Look());
    }

    int copies(Block block) {
        return copies.getOrDefault(block.text, 1);
    }
}
