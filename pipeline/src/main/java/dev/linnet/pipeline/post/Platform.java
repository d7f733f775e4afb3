package dev.linnet.pipeline.post;

/** Where a post was published. */
public enum Platform {
    X("x"),
    BLUESKY("bluesky"),
    MASTODON("mastodon");

    private final String tag;

    Platform(String tag) {
        this.tag = tag;
    }

    /** The lower-case name that stands in ids and tags. */
    public String tag() {
        return tag;
    }
}
