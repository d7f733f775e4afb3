package dev.linnet.pipeline.phrases;

import java.util.List;

/**
 * A phrase that nobody tracks and that leads to wanted posts.
 *
 * @param phrase as it is mostly written, lower case; with {@code #} where it mostly is a hashtag
 * @param key equal for its spellings
 * @param authors how many different authors used it in wanted posts
 * @param posts how many posts of the stream hold it, about
 * @param share a cautious estimate of the share of its posts that are wanted, 0 to 1
 * @param adds how many wanted posts it leads to that nothing tracked or told before leads to, one an author
 * @param score {@code adds} times the cautious share among those
 * @param holding the posts held that hold it, newest last
 */
public record RankedPhrase(
        String phrase,
        long key,
        int authors,
        double posts,
        double share,
        double adds,
        double score,
        List<HeldPost> holding) {}
