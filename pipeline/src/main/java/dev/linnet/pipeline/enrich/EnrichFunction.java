package dev.linnet.pipeline.enrich;

import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.Reading;
import dev.linnet.nlp.Sentiment;
import dev.linnet.nlp.UnreadablePostException;
import dev.linnet.nlp.profanity.Kind;
import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.filter.VocabularyFeed;
import dev.linnet.pipeline.post.Post;
import dev.linnet.queue.KeptRecord;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads each post: language, mood, profanity, phrases. Drops what is in a language that isn't wanted, or profane where that is
 * to be dropped or masked; what can't be read becomes a dead letter. Withdrawals and deletions pass.
 */
public final class EnrichFunction extends ProcessFunction<PostChange, ReadPost> {
    private static final long serialVersionUID = 1L;

    /** What ended here. */
    public static final OutputTag<StageDelta> COUNTS =
            new OutputTag<>("enrich-counts", TypeInformation.of(StageDelta.class));

    /** What could not be read, or was dropped. */
    public static final OutputTag<KeptRecord> KEPT =
            new OutputTag<>("enrich-kept", TypeInformation.of(KeptRecord.class));

    private static final int EXCERPT = 1000;

    private final VocabularyFeed feed;
    private final ReadingRules rules;
    private transient PostReader reader;
    private transient Set<Kind> masked;

    /** @param feed tells in which clause of a post a keyword stands */
    public EnrichFunction(VocabularyFeed feed, ReadingRules rules) {
        this.feed = feed;
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        reader = PostReader.open(rules.options()).awaitModels();
        masked = rules.profanity().masked();
        getRuntimeContext().getMetricGroup().gauge("readingCacheHits", () -> reader.cacheHits());
        getRuntimeContext().getMetricGroup().gauge("readingCacheMisses", () -> reader.cacheMisses());
        getRuntimeContext().getMetricGroup().gauge("readingCacheHitRate", () -> reader.cacheHitRate());
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    @Override
    public void processElement(PostChange change, Context ctx, Collector<ReadPost> out) {
        if (change.action() != PostChange.Action.PUT) {
            out.collect(new ReadPost(change, null, Map.of()));
            return;
        }
        Post post = change.requireCandidate().requirePost();
        Reading reading;
        try {
            reading = reader.read(post.text(), post.language());
        } catch (UnreadablePostException e) {
            end(change, "unparseable", "nlp", e.getMessage() + "\n" + post.text(), ctx, out);
            return;
        }
        String reason = rules.profanity().reasonToDrop(reading);
        if (!rules.filter().allows(reading.language())) {
            end(change, "filtered", "language", post.text(), ctx, out);
        } else if (!reason.isEmpty()) {
            end(change, "filtered", reason, post.text(), ctx, out);
        } else {
            out.collect(read(change, post, reading));
        }
    }

    private ReadPost read(PostChange change, Post post, Reading reading) {
        Map<String, Sentiment> moods =
                KeywordMoods.of(reading, change.keywords(), feed.current().matcher());
        Reading shown = reader.masked(reading, masked);
        if (shown == reading) {
            return new ReadPost(change, reading, moods);
        }
        String text = reader.masked(post.text(), reading, masked);
        // What only cleaning brought to light, such as a letter written as an entity, is masked in the clean text
        // alone.
        return new ReadPost(change.withText(text.equals(post.text()) ? shown.cleanText() : text), shown, moods);
    }

    private static void end(
            PostChange change, String stage, String reason, String text, Context ctx, Collector<ReadPost> out) {
        if (change.first()) {
            ctx.output(COUNTS, new StageDelta(stage, reason, 1));
            String excerpt = text.length() <= EXCERPT ? text : text.substring(0, EXCERPT);
            ctx.output(KEPT, new KeptRecord(change.key(), stage, reason, change.created(), excerpt));
        } else {
            // It may have stood there before: with a busy processor, even the same text may take too long once.
            out.collect(new ReadPost(change.withdrawn(), null, Map.of()));
        }
    }
}
