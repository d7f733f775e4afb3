package dev.linnet.pipeline.phrases;

/**
 * What the detector remembers of how often phrases were used: one and a half MiB, whatever the traffic. The array is the detector's own
 * and changes with it.
 *
 * @param cells weights of posts, those of phrases that share a cell together; empty where nothing was counted
 * @param posts the weight of all posts
 * @param unit what a post of now weighs; older posts weigh less
 * @param now when that is, milliseconds since 1970; 0 before the first post
 */
public record PhraseUsage(float[] cells, double posts, double unit, long now) {
    /** Of a stream of which nothing was seen. */
    static PhraseUsage none() {
        return new PhraseUsage(new float[0], 0, 1, 0);
    }
}
