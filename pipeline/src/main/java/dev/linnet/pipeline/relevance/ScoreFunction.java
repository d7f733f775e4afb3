package dev.linnet.pipeline.relevance;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Features;
import dev.linnet.keywords.weighting.RelevanceModel;
import dev.linnet.keywords.weighting.Score;
import dev.linnet.keywords.weighting.Weight;
import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.enrich.ReadPost;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.filter.VocabularyFeed;
import dev.linnet.pipeline.learn.WeightUpdate;
import dev.linnet.queue.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Scores each post with the weights in force, and says why. The vocabulary is the weights' prior; what was learnt since comes
 * by broadcast.
 */
public final class ScoreFunction extends BroadcastProcessFunction<ReadPost, WeightUpdate, ScoredPost> {
    private static final long serialVersionUID = 1L;

    /** What ended here: what was delivered, and what is not relevant enough. */
    public static final OutputTag<StageDelta> COUNTS =
            new OutputTag<>("score-counts", TypeInformation.of(StageDelta.class));

    /** Learnt weights by their key. */
    public static final MapStateDescriptor<String, Weight> WEIGHTS =
            new MapStateDescriptor<>("weights", Types.STRING, TypeInformation.of(Weight.class));

    private final VocabularyFeed feed;
    private final double leastRelevance;
    private transient @Nullable RelevanceModel model;
    private transient @Nullable Vocabulary modelled;

    /**
     * @param leastRelevance 0 to 1: what is less relevant goes no further
     */
    public ScoreFunction(VocabularyFeed feed, double leastRelevance) {
        this.feed = feed;
        this.leastRelevance = leastRelevance;
    }

    @Override
    public void processElement(ReadPost read, ReadOnlyContext ctx, Collector<ScoredPost> out) throws Exception {
        PostChange change = read.change();
        if (change.action() != PostChange.Action.PUT) {
            out.collect(ScoredPost.gone(change));
            return;
        }
        Score score = model(ctx.getBroadcastState(WEIGHTS))
                .score(Features.of(Facts.of(read), read.requireReading().cleanText()));
        boolean relevant = score.relevance() >= leastRelevance;
        if (change.first()) {
            ctx.output(
                    COUNTS,
                    relevant ? new StageDelta("delivered", "", 1) : new StageDelta("filtered", "not-relevant", 1));
        }
        if (relevant) {
            out.collect(scored(read, score));
        } else if (!change.first()) {
            out.collect(ScoredPost.gone(change.withdrawn()));
        }
    }

    private static ScoredPost scored(ReadPost read, Score score) {
        PostChange change = read.change();
        Candidate candidate = change.requireCandidate();
        List<Contribution> explanation = score.contributions().stream()
                .map(part -> new Contribution(part.kind(), part.name(), part.value(), part.amount()))
                .toList();
        return new ScoredPost(
                change.action(),
                change.key(),
                change.created(),
                change.firstSeen(),
                change.keywords(),
                change.reach(),
                candidate.trusted(),
                score.relevance(),
                explanation,
                change.first(),
                candidate.requirePost(),
                read.requireReading(),
                read.moods());
    }

    private RelevanceModel model(ReadOnlyBroadcastState<String, Weight> learnt) throws Exception {
        Vocabulary vocabulary = feed.current().vocabulary();
        RelevanceModel current = model;
        if (current == null || vocabulary != modelled) {
            List<Weight> weights = new ArrayList<>();
            for (Map.Entry<String, Weight> entry : learnt.immutableEntries()) {
                weights.add(entry.getValue());
            }
            current = RelevanceModel.of(vocabulary, weights);
            model = current;
            modelled = vocabulary;
        }
        return current;
    }

    @Override
    public void processBroadcastElement(WeightUpdate update, Context ctx, Collector<ScoredPost> out) throws Exception {
        BroadcastState<String, Weight> learnt = ctx.getBroadcastState(WEIGHTS);
        if (update.whole()) {
            learnt.clear();
        }
        for (Weight weight : update.changed()) {
            if (weight.decisions() == 0) {
                learnt.remove(weight.key());
            } else {
                learnt.put(weight.key(), weight);
            }
        }
        // Built again with the next post: there may be many updates before it.
        model = null;
    }
}
