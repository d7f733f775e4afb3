package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.windows.KeywordMention;
import dev.linnet.queue.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises an alert at once when a priority keyword is used. Uses within the cooldown of the first join its alert, which is told
 * again, at most once a minute, with the new figures, and closes after it. The cooldown is longer for a keyword whose alerts were called
 * noise, shorter when they were called useful.
 */
public final class PriorityAlertFunction extends KeyedProcessFunction<String, KeywordMention, Alert> {
    private static final long serialVersionUID = 1L;

    /** In event time, unless told otherwise. */
    public static final Duration COOLDOWN = Duration.ofHours(1);

    private static final long MINUTE = 60_000;
    private static final int MOST_KEPT = 500;
    private static final int SHOWN = 5;

    private static final ValueStateDescriptor<PriorityState> GROUP =
            new ValueStateDescriptor<>("priority", TypeInformation.of(PriorityState.class));
    private static final ValueStateDescriptor<PriorityPast> PAST =
            new ValueStateDescriptor<>("priority-past", TypeInformation.of(PriorityPast.class));

    private final Duration cooldown;
    private final VerdictFeed verdicts;
    private transient ValueState<PriorityState> group;
    private transient ValueState<PriorityPast> history;

    /** With the usual cooldown, whatever people say. */
    public PriorityAlertFunction() {
        this(COOLDOWN, VerdictFeed.silent());
    }

    /**
     * @param cooldown in event time: for how long uses join an alert
     * @param verdicts move that for the keywords whose alerts were judged
     */
    @SuppressWarnings("NullAway.Init") // open comes before anything else
    public PriorityAlertFunction(Duration cooldown, VerdictFeed verdicts) {
        this.cooldown = cooldown;
        this.verdicts = verdicts;
    }

    @Override
    public void open(OpenContext context) {
        group = getRuntimeContext().getState(GROUP);
        history = getRuntimeContext().getState(PAST);
    }

    @Override
    public void processElement(KeywordMention mention, Context ctx, Collector<Alert> out) throws Exception {
        if (!mention.priority() || mention.gone()) {
            return;
        }
        long at = mention.at().toEpochMilli();
        PriorityState before = group.value();
        boolean known = before != null && before.posts().contains(mention.postKey());
        PriorityPast past = known ? past(at) : remember(at, ctx);
        if (before == null || at >= before.until()) {
            if (before != null) {
                out.collect(closed(mention.keyword(), before, past));
            }
            PriorityState first = join(
                    new PriorityState(at, at + cooldown(mention), Set.of(), 0, Set.of(), 0, List.of(), Map.of()),
                    mention);
            group.update(first);
            ctx.timerService().registerEventTimeTimer(first.until());
            out.collect(PriorityAlert.open(mention.keyword(), first, past));
        } else if (!known) {
            group.update(join(before, mention));
            ctx.timerService().registerEventTimeTimer((Math.floorDiv(at, MINUTE) + 1) * MINUTE);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Alert> out) throws Exception {
        PriorityState now = group.value();
        PriorityPast past = past(timestamp);
        if (now != null && timestamp >= now.until()) {
            out.collect(closed(ctx.getCurrentKey(), now, past));
            group.clear();
        } else if (now != null && now.count() > 1) {
            out.collect(PriorityAlert.open(ctx.getCurrentKey(), now, past));
        }
        if (timestamp >= (past.hour() + PriorityPast.HOURS) * 60 * MINUTE) {
            history.clear();
        }
    }

    private PriorityPast past(long at) throws Exception {
        PriorityPast known = history.value();
        return known == null ? PriorityPast.fresh(at) : known;
    }

    private PriorityPast remember(long at, Context ctx) throws Exception {
        PriorityPast past = past(at).with(at);
        history.update(past);
        // One timer an hour at most: of those that pass, the last forgets.
        ctx.timerService().registerEventTimeTimer((past.hour() + PriorityPast.HOURS) * 60 * MINUTE);
        return past;
    }

    private static Alert closed(String keyword, PriorityState group, PriorityPast past) {
        return PriorityAlert.open(keyword, group, past).closedAt(Instant.ofEpochMilli(group.until()));
    }

    private long cooldown(KeywordMention mention) {
        double factor = verdicts.current().factor(Alert.Kind.PRIORITY, mention.keyword(), mention.at());
        return Math.round(factor * cooldown.toMillis());
    }

    private static PriorityState join(PriorityState before, KeywordMention mention) {
        Set<String> posts = new LinkedHashSet<>(before.posts());
        Set<String> authors = new LinkedHashSet<>(before.authors());
        if (posts.size() < MOST_KEPT) {
            posts.add(mention.postKey());
            authors.add(mention.author());
        }
        List<Alert.DrivingPost> shown = new ArrayList<>(before.shown());
        if (shown.size() < SHOWN) {
            shown.add(new Alert.DrivingPost(mention.postKey(), mention.author(), mention.text(), mention.url()));
        }
        return new PriorityState(
                before.opened(),
                before.until(),
                posts,
                before.count() + 1,
                authors,
                before.sentimentSum() + mention.sentiment(),
                shown,
                SpikeEpisode.count(before.words(), mention.words()));
    }
}
