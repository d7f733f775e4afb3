package dev.linnet.keywords.mining.page.block;

/** A piece of a page's text that stands by itself: a paragraph, a heading, an item, a cell. */
public final class Block {
    final Place place;
    final String text;
    final int linked;
    final int links;
    final int emphasised;
    /** Whether it begins with a link. */
    final boolean leading;

    Block(Place place, String text, int linked, int links, int emphasised, boolean leading) {
        this.leading = leading;
        this.place = place;
        this.text = text;
        this.linked = Math.min(linked, text.length());
        this.links = links;
        this.emphasised = Math.min(emphasised, text.length());
    }

    /** Its text, white space collapsed. */
    public String text() {
        return text;
    }

    double linkDensity() {
        return (double) linked / text.length();
    }

    boolean isHeading() {
        return place.tag.length() == 2 && place.tag.charAt(0) == 'h' && Character.isDigit(place.tag.charAt(1));
    }

    /** Whether it reads like running text rather than like a label or a list of links. */
    boolean isProse() {
        return text.length() >= 80 && linkDensity() < 0.4 && !isHeading();
    }
}
