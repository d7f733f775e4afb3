package dev.linnet.pipeline.relevance;

import dev.linnet.keywords.weighting.PostFacts;
import dev.linnet.nlp.Reading;
import dev.linnet.pipeline.enrich.ReadPost;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.post.Post;
import java.util.List;
import java.util.Locale;

/** What the relevance model is told of a post. */
public final class Facts {
    private Facts() {}

    static PostFacts of(ReadPost read) {
        return of(
                read.change().requireCandidate(),
                read.requireReading(),
                read.change().reach());
    }

    /**
     * The facts of a post that was let in.
     *
     * @param candidate the post, with the keywords and the trust that let it in
     * @param reading what the post says
     * @param reach how often it is known to have been posted beside the first time
     */
    public static PostFacts of(Candidate candidate, Reading reading, long reach) {
        Post post = candidate.requirePost();
        return new PostFacts(
                candidate.keywords(),
                post.author(),
                candidate.trusted(),
                candidate.trustedVia(),
                !candidate.trustedVia().isEmpty(),
                reading.hashtags(),
                domains(post.links()),
                reading.phrases(),
                reading.language(),
                reading.sentiment().score(),
                reach,
                post.platform().tag());
    }

    private static List<String> domains(List<String> links) {
        return links.stream()
                .map(Facts::domain)
                .filter(domain -> !domain.isEmpty())
                .distinct()
                .toList();
    }

    /** The host of a link, without {@code www.}; empty where there is none. No parser: links are what people typed. */
    static String domain(String link) {
        int start = link.indexOf("://");
        if (start < 0) {
            return "";
        }
        start += 3;
        int end = start;
        while (end < link.length() && "/?#:".indexOf(link.charAt(end)) < 0) {
            end++;
        }
        String host = link.substring(start, end).toLowerCase(Locale.ROOT);
        String bare = host.substring(host.indexOf('@') + 1);
        return bare.startsWith("www.") ? bare.substring(4) : bare;
    }
}
