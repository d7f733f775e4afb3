package dev.linnet.keywords.weighting;

/**
 * A named property of a post that the relevance model weighs.
 *
 * @param kind what sort of thing it is: {@code keyword}, {@code author}, {@code hashtag}, {@code link}, …
 * @param name which one: {@code "stream processing"}, {@code "alice"}
 * @param value how much of it the post has; 1 for mere presence
 */
public record Feature(String kind, String name, double value) {
    /** The key under which its weight is kept: {@code kind:name}. */
    public String key() {
        return kind + ":" + name;
    }
}
