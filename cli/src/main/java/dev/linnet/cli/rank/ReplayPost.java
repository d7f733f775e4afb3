package dev.linnet.cli.rank;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.weighting.Feature;
import dev.linnet.keywords.weighting.Features;
import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.Reading;
import dev.linnet.nlp.UnreadablePostException;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.filter.PostKeywords;
import dev.linnet.pipeline.post.Platform;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.relevance.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A post as the protocol tells it.
 *
 * @param id its id
 * @param created when it was posted
 * @param author its author's handle, or empty
 * @param text the whole text
 * @param links where its links lead
 */
record ReplayPost(String id, Instant created, String author, String text, List<String> links) {
    /** How X's API writes a repost whose original isn't there as a record. */
    private static final Pattern REPOST = Pattern.compile("^RT @(\\w{1,30})\\b:?");

    ReplayPost {
        links = List.copyOf(links);
    }

    /**
     * What was read in it.
     *
     * @param features what the model weighs
     * @param candidate the post with its keywords
     * @param reading what its text says
     */
    record Read(List<Feature> features, Candidate candidate, Reading reading) {}

    /** Reads it with the job's own classes: matcher, reader, facts. Nothing is filtered: each post is scored. */
    Read read(Vocabulary vocabulary, KeywordMatcher matcher, PostReader reader) throws UnreadablePostException {
        Post post = post();
        boolean trusted = vocabulary.trustedAuthors().contains(post.author());
        String via = vocabulary.trustedAuthors().contains(post.via()) ? post.via() : "";
        Candidate candidate = new Candidate(
                Candidate.Kind.POST,
                post.key(),
                created,
                post,
                PostKeywords.in(PostKeywords.textToMatch(post), matcher),
                trusted,
                via);
        Reading reading = reader.read(post.text(), post.language());
        return new Read(Features.of(Facts.of(candidate, reading, 0), reading.cleanText()), candidate, reading);
    }

    /** As the parser would give it: of a repost the original's author, and who reposted it. */
    private Post post() {
        String handle = author.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        Matcher repost = REPOST.matcher(text);
        boolean repeats = repost.find();
        return new Post(
                Platform.X,
                id,
                repeats ? repost.group(1).toLowerCase(Locale.ROOT) : handle,
                handle,
                text,
                created,
                "und",
                0,
                0,
                0,
                links,
                List.of(),
                "",
                repeats ? handle : "",
                repeats ? id : "",
                created,
                null);
    }
}
