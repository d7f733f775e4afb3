package dev.linnet.keywords.mining.page.block;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features of a page's blocks: numbers that say what each block looks like and where it stands. */
final class Features {
    private static final List<String> TAGS =
            List.of("p", "li", "td", "div", "h1", "h2", "h3", "h4", "dd", "dt", "pre", "section");
    private static final int FAR = 15;
    private static final int NEAR = 3;
    /** Headings over related texts, sharing, subscribing, comments. */
    private static final int SAYS_ELSEWHERE = 1 << Wording.MORE.ordinal()
            | 1 << Wording.SHARING.ordinal()
            | 1 << Wording.SUBSCRIBING.ordinal()
            | 1 << Wording.COMMENTING.ordinal();

    private static final double SMALL = 0.35;

    private final Whole page;
    private final TextFeatures text;

    private final Map<Place, Integer> clean;
    private final Map<Place, Integer> titleChain;
    private final int titleAt;

    Features(Whole page, Clues clues) {
        this.page = page;
        this.text = new TextFeatures(clues);
        this.clean = Whole.chain(page.clean);
        titleAt = titleAt();
        titleChain = Whole.chain(titleAt < 0 ? null : page.blocks.get(titleAt).place);
    }

    /** The block that is most like the title the page tells of, a heading rather than a link; -1 if none is. */
    private int titleAt() {
        int best = -1;
        double most = 0.5;
        for (int i = 0; i < page.blocks.size(); i++) {
            Block block = page.blocks.get(i);
            double like = text.titleLikeness(block)
                    + (block.isHeading() ? 0.3 : 0)
                    + (block.place.tag.equals("h1") ? 0.2 : 0)
                    - block.linkDensity() * 0.2;
            if (like > most) {
                most = like;
                best = i;
            }
        }
        return best;
    }

    /** A row for each block; the features' names are put into the list. */
    float[][] rows(List<String> names) {
        float[][] rows = new float[page.blocks.size()][];
        int heading = -1;
        int title = -1;
        for (int i = 0; i < rows.length; i++) {
            Block block = page.blocks.get(i);
            Row row = new Row(new float[0], i == 0 ? names : null);
            text.add(row, block, page.wordings[i]);
            addPlace(row, block);
            addWhole(row, i);
            addHeading(row, i, heading, title);
            for (int near = -NEAR; near <= NEAR; near++) {
                if (near != 0) {
                    addNeighbour(row, i, i + near, near);
                }
            }
            heading = block.isHeading() ? i : heading;
            title = block.place.tag.equals("h1") ? i : title;
            rows[i] = row.values();
        }
        return rows;
    }

    private void addPlace(Row row, Block block) {
        Place place = block.place;
        row.add("tag", TAGS.indexOf(place.tag));
        row.add("heading", block.isHeading() ? place.tag.charAt(1) - '0' : 0);
        row.add("depth", place.depth);
        row.add("hidden", place.hidden);
        for (Kind kind : Kind.ALL) {
            Place near = place.nearest[kind.ordinal()];
            row.add("to " + kind, near == null ? FAR : Math.min(FAR, place.depth - near.depth));
            row.add("share " + kind, near == null ? -1 : (double) near.chars / page.chars);
        }
        Place beside = place.nearest[Kind.BESIDE.ordinal()];
        row.add("beside article", place.hidden || beside != null && beside.chars < page.chars * SMALL);
        addDensity(row, "list", place.nearest[Kind.LIST.ordinal()]);
        addDensity(row, "table", place.nearest[Kind.TABLE.ordinal()]);
        for (int up = 1; up <= 3; up++) {
            Place holder = place.up(up);
            row.add("holder links " + up, holder.linkDensity());
            row.add("holder share " + up, (double) holder.chars / page.chars);
            row.add("holder prose " + up, (double) holder.prose / Math.max(1, holder.chars));
            row.add("holder mean " + up, Math.log(1 + (double) holder.chars / Math.max(1, holder.blocks)));
        }
    }

    private static void addDensity(Row row, String name, @Nullable Place place) {
        row.add(name + " links", place == null ? -1 : place.linkDensity());
        row.add(name + " mean", place == null ? -1 : Math.log(1 + (double) place.chars / Math.max(1, place.blocks)));
        row.add(name + " prose", place == null ? -1 : (double) place.prose / Math.max(1, place.chars));
    }

    private void addWhole(Row row, int i) {
        Block block = page.blocks.get(i);
        int[] join = page.join(block.place);
        row.add("below best", join[0]);
        row.add("above best", join[1]);
        int[] cleanJoin = Whole.join(block.place, clean);
        row.add("below clean", cleanJoin[0]);
        row.add("above clean", cleanJoin[1]);
        row.add("after told title", titleAt < 0 ? -99 : signedLog(i - titleAt));
        row.add("chars after title", titleAt < 0 ? -99 : signedLog(page.before[i] - page.before[titleAt]));
        row.add("above title", titleAt < 0 ? -1 : Whole.join(block.place, titleChain)[1]);
        row.add("below title", titleAt < 0 ? -1 : Whole.join(block.place, titleChain)[0]);
        addRepeats(row, block.place);
        row.add("in most", isUnder(block.place, page.most));
        row.add("position", (double) page.before[i] / page.chars);
        row.add("page chars", Math.log(page.chars));
        row.add("page prose", (double) page.prose / page.chars);
        row.add("page blocks", Math.log(page.blocks.size()));
        row.add("after first prose", signedLog(i - page.firstProse));
        row.add("after last prose", signedLog(i - page.lastProse));
        Whole.Look look = page.look(block);
        row.add("look share", (double) look.chars / page.chars);
        row.add("look mean", Math.log(1 + (double) look.chars / look.blocks));
        row.add("look links", (double) look.linked / look.chars);
        row.add("copies", Math.min(5, page.copies(block)));
    }

    /** Whether it stands in one of many boxes that look alike. */
    private void addRepeats(Row row, Place own) {
        int most = 0;
        int level = 0;
        Place place = own;
        for (int up = 0; up < 9 && place != null; up++, place = place.parent) {
            int alike = place.alike();
            if (alike > most) {
                most = alike;
                level = up;
            }
        }
        row.add("alike", Math.min(30, most));
        row.add("alike level", level);
        row.add("alike share", (double) own.up(level).chars / page.chars);
    }

    private void addHeading(Row row, int i, int heading, int title) {
        row.add("after title", title < 0 ? -1 : Math.log(i - title));
        row.add("after heading", heading < 0 ? -1 : Math.log(i - heading));
        row.add("heading says", heading < 0 ? -1 : Integer.bitCount(page.wordings[heading]));
        row.add("heading says what", heading < 0 ? 0 : page.wordings[heading] & SAYS_ELSEWHERE);
        row.add("heading linked", heading < 0 ? -1 : page.blocks.get(heading).linkDensity());
        row.add("heading beside", heading >= 0 && join(page.blocks.get(heading).place, page.blocks.get(i).place));
    }

    private void addNeighbour(Row row, int i, int at, int near) {
        Block other = at < 0 || at >= page.blocks.size() ? null : page.blocks.get(at);
        row.add("chars " + near, other == null ? -1 : Math.log(1 + other.text.length()));
        row.add("links " + near, other == null ? -1 : other.linkDensity());
        if (Math.abs(near) <= 2) {
            row.add("heading " + near, other != null && other.isHeading());
            row.add(
                    "says " + near,
                    other == null || other.text.length() > 250 ? 0 : Integer.bitCount(page.wordings[at]));
            row.add("beside " + near, other != null && join(other.place, page.blocks.get(i).place));
            row.add("alike " + near, other != null && other.place.style.equals(page.blocks.get(i).place.style));
        }
    }

    private static boolean join(Place a, Place b) {
        return a == b || a.parent == b.parent;
    }

    private static boolean isUnder(Place place, @Nullable Place holder) {
        return holder != null && place.depth >= holder.depth && place.up(place.depth - holder.depth) == holder;
    }

    static double signedLog(int distance) {
        return Math.signum(distance) * Math.log(1 + Math.abs(distance));
    }
}
