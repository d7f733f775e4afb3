package dev.linnet.pipeline.filter;

import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.post.PostEvent;
import dev.linnet.queue.KeptRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets pass what matches the vocabulary, or comes from or by a trusted author, unless it is muted or of a language that isn't
 * wanted. Deletions pass always; so does the word that an edited post is let in no longer.
 */
public final class KeywordFilterFunction extends ProcessFunction<PostEvent, Candidate> {
    private static final long serialVersionUID = 1L;

    /** What ended here. */
    public static final OutputTag<StageDelta> COUNTS =
            new OutputTag<>("filter-counts", TypeInformation.of(StageDelta.class));

    /** A sample of what ended here. */
    public static final OutputTag<KeptRecord> KEPT =
            new OutputTag<>("filter-kept", TypeInformation.of(KeptRecord.class));

    /** One in so many of the dropped posts is kept; which ones depends on their keys alone. */
    static final int SAMPLE = 64;

    private static final int EXCERPT = 1000;

    private final VocabularyFeed feed;
    private final FilterRules rules;

    public KeywordFilterFunction(VocabularyFeed feed, FilterRules rules) {
        this.feed = feed;
        this.rules = rules;
    }

    @Override
    public void processElement(PostEvent event, Context ctx, Collector<Candidate> out) {
        // The timestamp is the event's time, held back from the future where a clock was wrong.
        Long timestamp = ctx.timestamp();
        Instant at = timestamp == null ? event.at() : Instant.ofEpochMilli(timestamp);
        if (event.kind() == PostEvent.Kind.DELETED) {
            out.collect(Candidate.gone(event.key(), at));
            return;
        }
        Post post = sane(event.requirePost(), at);
        VocabularySnapshot vocabulary = feed.current();
        Set<String> trustedAuthors = vocabulary.vocabulary().trustedAuthors();
        String text = PostKeywords.textToMatch(post);
        List<String> keywords = PostKeywords.in(text, vocabulary.matcher());
        boolean trusted = trustedAuthors.contains(post.author());
        String trustedVia = trustedAuthors.contains(post.via()) ? post.via() : "";
        if (keywords.isEmpty() && !trusted && trustedVia.isEmpty()) {
            drop(event, post, at, "no-keyword", ctx, out);
        } else if (!vocabulary.matcher().muted(text).isEmpty()) {
            drop(event, post, at, "muted", ctx, out);
        } else if (!rules.allows(post.language())) {
            drop(event, post, at, "language", ctx, out);
        } else {
            out.collect(new Candidate(Candidate.Kind.POST, event.key(), at, post, keywords, trusted, trustedVia));
        }
    }

    /** A post can't be made after it was met: on some platforms the author's own clock tells when it was made. */
    private static Post sane(Post post, Instant at) {
        if (!post.created().isAfter(at)) {
            return post;
        }
        return new Post(
                post.platform(),
                post.id(),
                post.author(),
                post.authorName(),
                post.text(),
                at,
                post.language(),
                post.reposts(),
                post.likes(),
                post.followers(),
                post.links(),
                post.hashtags(),
                post.url(),
                post.via(),
                post.viaId(),
                at,
                post.edited() == null ? null : at,
                post.conversation());
    }

    private static void drop(
            PostEvent event, Post post, Instant at, String reason, Context ctx, Collector<Candidate> out) {
        ctx.output(COUNTS, new StageDelta("filtered", reason, 1));
        if (post.edited() != null) {
            out.collect(Candidate.outgrown(event.key(), at, post));
        }
        if (Math.floorMod(post.key().hashCode(), SAMPLE) == 0) {
            String text = post.text();
            String excerpt = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT);
            ctx.output(KEPT, new KeptRecord(post.key(), "filtered", reason, at, excerpt));
        }
    }
}
