package dev.linnet.keywords.weighting;

import java.util.List;

/**
 * What is known of a post that may tell whether the author would share it.
 *
 * @param keywords the texts of the keywords it matched, each once
 * @param author its author's handle
 * @param trustedAuthor whether its author is trusted
 * @param via who reposted it, or empty
 * @param trustedVia whether the reposter is trusted
 * @param hashtags without {@code #}
 * @param linkDomains host names of its links
 * @param phrases its noun phrases
 * @param language ISO 639-1, or {@code und}
 * @param sentiment −1 (negative) to 1 (positive), 0 where unknown
 * @param reach how often it was reposted, 0 or more
 * @param platform {@code x}, {@code bluesky} or {@code mastodon}
 */
public record PostFacts(
        List<String> keywords,
        String author,
        boolean trustedAuthor,
        String via,
        boolean trustedVia,
        List<String> hashtags,
        List<String> linkDomains,
        List<String> phrases,
        String language,
        double sentiment,
        long reach,
        String platform) {
    public PostFacts {
        if (!Double.isFinite(sentiment)) {
            throw new IllegalArgumentException("the sentiment of a post must be a number, but is " + sentiment);
        }
        keywords = List.copyOf(keywords);
        hashtags = List.copyOf(hashtags);
        linkDomains = List.copyOf(linkDomains);
        phrases = List.copyOf(phrases);
    }
}
