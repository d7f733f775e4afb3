package dev.linnet.pipeline.phrases;

/**
 * What an {@link EmergenceDetector} keeps over a restart beside the posts it holds and the phrases it told. Times are milliseconds since
 * 1970, −1 before the first post.
 *
 * @param since since when there was no long break
 * @param newest the newest event time
 * @param looked when it last looked for phrases that come up
 * @param fresh keys of the phrases of wanted posts that came since
 * @param seen how many posts came by
 * @param level how often the sample of posts that are not wanted was halved
 * @param usage how often phrases were used
 */
public record EmergenceState(
        long since, long newest, long looked, long[] fresh, long seen, int level, PhraseUsage usage) {
    /** Of a stream of which nothing was seen. */
    public static EmergenceState none() {
        return new EmergenceState(-1, -1, -1, new long[0], 0, 0, PhraseUsage.none());
    }
}
