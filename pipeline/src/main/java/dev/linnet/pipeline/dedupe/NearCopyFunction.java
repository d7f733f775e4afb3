package dev.linnet.pipeline.dedupe;

import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.dedupe.CopyGroup.Member;
import dev.linnet.pipeline.filter.Candidate;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Puts forward one post of those that share a text: the earliest that is not deleted. The others add to its reach.
 *
 * <p>Keyed by {@link Fingerprint}. When an earlier post comes later, the one put forward before is withdrawn; when the one put
 * forward is deleted, the next takes its place. So the end depends on the set of posts alone, not on their order.
 */
public final class NearCopyFunction extends RestartAwareFunction<Long, PostNews, PostChange> {
    private static final long serialVersionUID = 1L;

    /** What ended here. */
    public static final OutputTag<StageDelta> COUNTS =
            new OutputTag<>("near-copy-counts", TypeInformation.of(StageDelta.class));

    private static final ValueStateDescriptor<CopyGroup> GROUP =
            new ValueStateDescriptor<>("group", TypeInformation.of(CopyGroup.class));
    private static final MapStateDescriptor<String, Long> OTHERS =
            new MapStateDescriptor<>("others", Types.STRING, Types.LONG);

    private final long memoryMillis;
    private transient ValueState<CopyGroup> groups;
    private transient MapState<String, Long> others;

    /**
     * @param memory in processing time: how long a group is remembered after its first post
     */
    public NearCopyFunction(Duration memory) {
        this.memoryMillis = memory.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        groups = getRuntimeContext().getState(GROUP);
        others = getRuntimeContext().getMapState(OTHERS);
    }

    @Override
    public void processElement(PostNews news, Context ctx, Collector<PostChange> out) throws Exception {
        CopyGroup group = groups.value();
        switch (news.kind()) {
            case CONTENT -> join(group == null ? begin(ctx) : group, news, ctx, out);
            case RAISED -> raise(group, news, ctx, out);
            case LEFT, DELETED -> leave(group, news, out);
        }
    }

    private CopyGroup begin(Context ctx) {
        long forgetAt = ctx.timerService().currentProcessingTime() + memoryMillis;
        ctx.timerService().registerProcessingTimeTimer(forgetAt);
        return CopyGroup.empty(forgetAt);
    }

    private void join(CopyGroup group, PostNews news, Context ctx, Collector<PostChange> out) throws Exception {
        CopyGroup bare = forgetOther(group, news.key());
        boolean alone = bare.best().isEmpty() && bare.othersReach() == 0;
        CopyGroup joined = trim(bare.with(member(news, news.requireCandidate())));
        if (news.first() && !alone) {
            ctx.output(COUNTS, new StageDelta("duplicate", "near-copy", 1));
        }
        CopyGroup shown = show(joined, news.key(), news.first() && alone, out);
        boolean won = shown.shown().equals(news.key());
        if (news.first() && !won && isAfterRestart()) {
            out.collect(order(PostChange.Action.WITHDRAW, news));
        }
        groups.update(won ? shown : remember(shown, news, ctx));
    }

    private void raise(@Nullable CopyGroup group, PostNews news, Context ctx, Collector<PostChange> out)
            throws Exception {
        if (group == null) {
            return;
        }
        Member old = group.find(news.key());
        if (old != null) {
            CopyGroup raised = group.with(member(news, old.candidate()));
            CopyGroup shown = show(raised, news.key(), false, out);
            groups.update(shown.shown().equals(news.key()) ? shown : remember(shown, news, ctx));
        } else if (others.contains(news.key())) {
            CopyGroup bare = forgetOther(group, news.key());
            others.put(news.key(), 1 + news.reach());
            groups.update(remember(bare.withOthers(bare.othersReach() + 1 + news.reach()), news, ctx));
        }
    }

    private void leave(@Nullable CopyGroup group, PostNews news, Collector<PostChange> out) throws Exception {
        if (news.kind() == PostNews.Kind.DELETED) {
            out.collect(order(PostChange.Action.DELETE, news));
        }
        if (group == null) {
            return;
        }
        CopyGroup rest = forgetOther(group, news.key()).without(news.key());
        if (group.shown().equals(news.key())) {
            if (news.kind() == PostNews.Kind.LEFT) {
                out.collect(order(PostChange.Action.WITHDRAW, news));
            }
            rest = rest.showing("");
        }
        groups.update(show(rest, rest.shown(), false, out));
    }

    /** Puts the winner forward if it is another than before, or is the member that changed. */
    private static CopyGroup show(CopyGroup group, String changed, boolean first, Collector<PostChange> out) {
        Member winner = group.winner();
        if (winner == null) {
            return group.showing("");
        }
        boolean same = winner.key().equals(group.shown());
        if (!same) {
            Member before = group.find(group.shown());
            if (before != null) {
                out.collect(change(PostChange.Action.WITHDRAW, before, 0, false));
            }
        }
        if (!same || winner.key().equals(changed)) {
            out.collect(change(PostChange.Action.PUT, winner, group.reach(), first));
            return group.showing(winner.key()).raised(false);
        }
        return group;
    }

    /** Tells the grown reach a while later, together with what else comes till then. */
    private static CopyGroup remember(CopyGroup group, PostNews news, Context ctx) {
        if (!group.raised()) {
            ctx.timerService()
                    .registerEventTimeTimer(
                            news.at().plus(DedupeFunction.SETTLE_TIME).toEpochMilli());
        }
        return group.raised(true);
    }

    private CopyGroup trim(CopyGroup group) throws Exception {
        if (group.best().size() <= CopyGroup.MOST_WHOLE) {
            return group;
        }
        Member last = group.best().get(CopyGroup.MOST_WHOLE);
        others.put(last.key(), last.share());
        return group.without(last.key()).withOthers(group.othersReach() + last.share());
    }

    private CopyGroup forgetOther(CopyGroup group, String key) throws Exception {
        if (group.othersReach() == 0) {
            return group;
        }
        Long share = others.get(key);
        if (share == null) {
            return group;
        }
        others.remove(key);
        return group.withOthers(group.othersReach() - share);
    }

    @Override
    public void onTimer(long time, OnTimerContext ctx, Collector<PostChange> out) throws Exception {
        CopyGroup group = groups.value();
        if (group == null) {
            return;
        }
        if (ctx.timeDomain() == TimeDomain.PROCESSING_TIME) {
            groups.clear();
            others.clear();
        } else if (group.raised()) {
            groups.update(show(group, group.shown(), false, out).raised(false));
        }
    }

    private static Member member(PostNews news, Candidate content) {
        Candidate named = new Candidate(
                content.kind(),
                content.key(),
                content.at(),
                content.post(),
                content.keywords(),
                content.trusted(),
                news.trustedVia());
        return new Member(news.key(), news.revision(), news.created(), news.reach(), news.firstSeen(), named);
    }

    private static PostChange change(PostChange.Action action, Member member, long reach, boolean first) {
        boolean put = action == PostChange.Action.PUT;
        return new PostChange(
                action,
                member.key(),
                member.revision(),
                member.created(),
                member.firstSeen(),
                member.candidate().keywords(),
                reach,
                first,
                put ? member.candidate() : null);
    }

    private static PostChange order(PostChange.Action action, PostNews news) {
        return new PostChange(
                action,
                news.key(),
                news.revision(),
                news.created(),
                news.firstSeen(),
                List.of(),
                news.reach(),
                false,
                null);
    }
}
