package dev.linnet.pipeline.phrases;

import dev.linnet.nlp.Reading;
import dev.linnet.pipeline.dedupe.Fingerprint;
import dev.linnet.pipeline.post.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A scored post as the detector of phrases is told of it.
 *
 * @param key {@code platform:id}
 * @param author the author's handle; empty where it isn't known, and then each text counts as another author's
 * @param at when it was met, in event time
 * @param group equal for copies of one text
 * @param relevance the probability, 0 to 1, that it is wanted
 * @param tracked whether it holds a keyword
 * @param keywords which ones, where that is known
 * @param language ISO 639-1, or {@code und}
 * @param text the text without links
 * @param topics its hashtags (without the sign) and names
 * @param sentiment −1 to 1
 * @param url where it can be read
 * @param gone whether it is taken back; then only its key counts
 */
public record PhrasePost(
        String key,
        String author,
        Instant at,
        long group,
        double relevance,
        boolean tracked,
        List<String> keywords,
        String language,
        String text,
        List<String> topics,
        double sentiment,
        String url,
        boolean gone) {

    /**
     * A post that was read and scored.
     *
     * @param at when it was met
     * @param relevance 0 to 1
     * @param keywords the keywords it holds
     */
    public static PhrasePost of(Post post, Reading reading, Instant at, double relevance, List<String> keywords) {
        List<String> topics = new ArrayList<>(reading.hashtags());
        topics.addAll(reading.names());
        return new PhrasePost(
                post.key(),
                post.author(),
                at,
                Fingerprint.of(post),
                relevance,
                !keywords.isEmpty(),
                keywords,
                reading.language(),
                reading.cleanText(),
                topics,
                reading.sentiment().score(),
                post.url(),
                false);
    }

    /** The same as if it held a keyword. */
    public PhrasePost asTracked() {
        return new PhrasePost(
                key, author, at, group, relevance, true, keywords, language, text, topics, sentiment, url, gone);
    }

    /** The same with other keywords. */
    PhrasePost with(List<String> others) {
        return new PhrasePost(
                key, author, at, group, relevance, tracked, others, language, text, topics, sentiment, url, gone);
    }

    /** The order to forget a post. */
    public static PhrasePost gone(String key) {
        return new PhrasePost(key, "", Instant.EPOCH, 0, 0, false, List.of(), "und", "", List.of(), 0, "", true);
    }
}
