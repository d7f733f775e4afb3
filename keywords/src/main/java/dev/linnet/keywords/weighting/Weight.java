package dev.linnet.keywords.weighting;

/**
 * What the model believes of one feature: a normal distribution over its log-odds.
 *
 * @param kind the feature's kind
 * @param name the feature's name
 * @param mean the expected log-odds that one unit of the feature adds
 * @param deviation the standard deviation of that belief
 * @param decisions how many decisions have moved it
 */
public record Weight(String kind, String name, double mean, double deviation, long decisions) {
    /** The key under which it is kept: {@code kind:name}. */
    public String key() {
        return kind + ":" + name;
    }
}
