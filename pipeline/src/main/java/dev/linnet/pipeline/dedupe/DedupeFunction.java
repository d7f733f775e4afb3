package dev.linnet.pipeline.dedupe;

import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.dedupe.Track.Version;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.post.Post;
import dev.linnet.sinks.queue.QueueCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * Handles a post once by its id, whatever comes first: the post, its reposts, its edits, its deletion.
 *
 * <p>What it tells of a post in the end depends on the set of records alone, and not on their order: the content is that of
 * the newest version, the reach the largest count told or the number of different reposts. Growth is told at most once in
 * {@link #SETTLE_TIME}. A post whose newest version the filter doesn't let in leaves its group, until a newer one is let in. A
 * deleted post is never told again.
 *
 * <p>Memory is kept by processing time, not event time: files may be read in any order, and years apart.
 */
public final class DedupeFunction extends RestartAwareFunction<String, Candidate, PostNews> {
    private static final long serialVersionUID = 1L;

    /** What ended here. */
    public static final OutputTag<StageDelta> COUNTS =
            new OutputTag<>("dedupe-counts", TypeInformation.of(StageDelta.class));

    /**
     * Deletions, for the queue to take out what an earlier run put in, or this one before it went back to a checkpoint. What
     * this run's state knows of is deleted in order with what else is done about it, and needs no such word.
     */
    public static final OutputTag<QueueCommand> COMMANDS =
            new OutputTag<>("dedupe-commands", TypeInformation.of(QueueCommand.class));

    /** In event time: how long growth is gathered before it is told. */
    static final Duration SETTLE_TIME = Duration.ofSeconds(10);

    /** Different reposts are counted up to here; by then the platform tells the count. */
    static final int MOST_REPOSTS = 10_000;

    private static final ValueStateDescriptor<Track> TRACK =
            new ValueStateDescriptor<>("track", TypeInformation.of(Track.class));
    private static final MapStateDescriptor<Long, Boolean> REPOSTS =
            new MapStateDescriptor<>("reposts", Types.LONG, Types.BOOLEAN);

    private final long memoryMillis;
    private transient ValueState<Track> track;
    private transient MapState<Long, Boolean> reposts;

    /**
     * @param memory in processing time: how long a post or its deletion is remembered
     */
    public DedupeFunction(Duration memory) {
        this.memoryMillis = memory.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        track = getRuntimeContext().getState(TRACK);
        reposts = getRuntimeContext().getMapState(REPOSTS);
    }

    @Override
    public void processElement(Candidate candidate, Context ctx, Collector<PostNews> out) throws Exception {
        Track known = track.value();
        if (candidate.kind() == Candidate.Kind.DELETED) {
            delete(candidate, known, ctx, out);
        } else if (known == null) {
            first(candidate, ctx, out);
        } else if (!known.deleted()) {
            again(candidate, known, ctx, out);
        } else if (candidate.kind() == Candidate.Kind.POST) {
            count(ctx, "deleted", "tombstone");
            if (isAfterRestart()) {
                takeAway(candidate, known, ctx, out);
            }
        }
    }

    private static void takeAway(Candidate late, Track tombstone, Context ctx, Collector<PostNews> out) {
        Post post = late.requirePost();
        Track written = tombstone.next(version(late), Fingerprint.of(post), post.created());
        out.collect(news(PostNews.Kind.DELETED, ctx.getCurrentKey(), written, late.at(), false, null));
    }

    private void delete(Candidate gone, @Nullable Track known, Context ctx, Collector<PostNews> out) throws Exception {
        long forgetAt = ctx.timerService().currentProcessingTime() + memoryMillis;
        if (known == null || !known.deleted()) {
            ctx.output(COMMANDS, QueueCommand.deleteKnown(ctx.getCurrentKey(), gone.at()));
        }
        if (known == null) {
            track.update(Track.tombstone(gone.at(), forgetAt));
            ctx.timerService().registerProcessingTimeTimer(forgetAt);
            return;
        }
        if (!known.deleted()) {
            reposts.clear();
        }
        if (!known.deleted() && known.revision() > 0) {
            out.collect(news(PostNews.Kind.DELETED, ctx.getCurrentKey(), known, gone.at(), false, null));
        }
        // The timer that is set already finds the later time and waits on.
        track.update(known.deletedUntil(forgetAt));
    }

    private void first(Candidate candidate, Context ctx, Collector<PostNews> out) throws Exception {
        Post post = candidate.requirePost();
        long forgetAt = ctx.timerService().currentProcessingTime() + memoryMillis;
        Track fresh = new Track(
                0,
                version(candidate),
                0,
                post.created(),
                post.reposts(),
                countRepost(post, 0),
                candidate.at(),
                candidate.trustedVia(),
                false,
                false,
                forgetAt);
        ctx.timerService().registerProcessingTimeTimer(forgetAt);
        track.update(candidate.kind() == Candidate.Kind.POST ? tell(fresh, candidate, ctx, out) : fresh);
    }

    private void again(Candidate candidate, Track known, Context ctx, Collector<PostNews> out) throws Exception {
        Version version = version(candidate);
        Track grown = grow(known, candidate, candidate.requirePost());
        if (grown.raised() && !known.raised()) {
            ctx.timerService()
                    .registerEventTimeTimer(candidate.at().plus(SETTLE_TIME).toEpochMilli());
        }
        boolean newer = version.compareTo(known.version()) > 0;
        boolean told = known.version().wanted() && known.version().hash() == version.hash();
        boolean tells = newer && version.wanted() && !told;
        // A version that comes after nothing but unwanted ones is a first: it counts where it ends.
        if (version.wanted() && !(tells && known.revision() == 0)) {
            count(ctx, "duplicate", reason(candidate, told));
        }
        if (tells) {
            track.update(tell(grown, candidate, ctx, out));
        } else if (newer) {
            if (known.version().wanted() && !version.wanted()) {
                out.collect(news(PostNews.Kind.LEFT, ctx.getCurrentKey(), known, candidate.at(), false, null));
            }
            track.update(grown.met(version));
        } else {
            track.update(grown);
        }
    }

    private static String reason(Candidate candidate, boolean same) {
        if (!candidate.requirePost().via().isEmpty()) {
            return "repost";
        }
        return same ? "id" : "edit";
    }

    /** Tells of a newer version, and takes the one before out of its group if that is another. */
    private static Track tell(Track known, Candidate candidate, Context ctx, Collector<PostNews> out) {
        Post post = candidate.requirePost();
        long group = Fingerprint.of(post);
        Track next = known.next(version(candidate), group, post.created());
        boolean first = known.revision() == 0;
        if (!first && known.version().wanted() && group != known.group()) {
            out.collect(news(PostNews.Kind.LEFT, ctx.getCurrentKey(), known, candidate.at(), false, null));
        }
        out.collect(news(PostNews.Kind.CONTENT, ctx.getCurrentKey(), next, candidate.at(), first, content(candidate)));
        return next;
    }

    private static Version version(Candidate candidate) {
        Post post = candidate.requirePost();
        return new Version(
                Objects.requireNonNullElse(post.edited(), Instant.EPOCH),
                candidate.kind() == Candidate.Kind.POST,
                candidate.at(),
                contentHash(post));
    }

    private Track grow(Track known, Candidate candidate, Post post) throws Exception {
        long told = Math.max(known.told(), post.reposts());
        long seen = countRepost(post, known.reposts());
        Instant firstSeen = candidate.at().isBefore(known.firstSeen()) ? candidate.at() : known.firstSeen();
        String via = firstByName(known.trustedVia(), candidate.trustedVia());
        boolean raised = Math.max(told, seen) > known.reach()
                || !firstSeen.equals(known.firstSeen())
                || !via.equals(known.trustedVia());
        return known.seen(told, seen, firstSeen, via, known.raised() || raised);
    }

    private long countRepost(Post post, long seen) throws Exception {
        if (post.viaId().isEmpty() || seen >= MOST_REPOSTS) {
            return seen;
        }
        long repost = Fingerprint.hash(List.of(post.viaId()));
        if (reposts.contains(repost)) {
            return seen;
        }
        reposts.put(repost, true);
        return seen + 1;
    }

    @Override
    public void onTimer(long time, OnTimerContext ctx, Collector<PostNews> out) throws Exception {
        Track known = track.value();
        if (known == null) {
            return;
        }
        if (ctx.timeDomain() == TimeDomain.PROCESSING_TIME) {
            if (time >= known.forgetAt()) {
                track.clear();
                reposts.clear();
            } else {
                ctx.timerService().registerProcessingTimeTimer(known.forgetAt());
            }
        } else if (known.raised() && !known.deleted()) {
            if (known.version().wanted()) {
                Instant at = Instant.ofEpochMilli(time);
                out.collect(news(PostNews.Kind.RAISED, ctx.getCurrentKey(), known, at, false, null));
            }
            track.update(known.seen(known.told(), known.reposts(), known.firstSeen(), known.trustedVia(), false));
        }
    }

    private static PostNews news(
            PostNews.Kind kind, String key, Track track, Instant at, boolean first, @Nullable Candidate content) {
        return new PostNews(
                kind,
                key,
                track.group(),
                track.revision(),
                at,
                track.created(),
                track.reach(),
                track.firstSeen(),
                track.trustedVia(),
                first,
                content);
    }

    /** The candidate without what differs between the records that bring one version: who reposted it, and the counts. */
    private static Candidate content(Candidate candidate) {
        Post post = candidate.requirePost();
        Post bare = new Post(
                post.platform(),
                post.id(),
                post.author(),
                post.authorName(),
                post.text(),
                post.created(),
                post.language(),
                0,
                0,
                0,
                post.links(),
                post.hashtags(),
                post.url(),
                "",
                "",
                post.created(),
                null,
                post.conversation());
        return new Candidate(
                candidate.kind(),
                candidate.key(),
                post.created(),
                bare,
                candidate.keywords(),
                candidate.trusted(),
                candidate.trustedVia());
    }

    static long contentHash(Post post) {
        List<String> parts = new ArrayList<>(List.of(
                post.text(),
                post.author(),
                post.authorName(),
                post.language(),
                post.url(),
                post.created().toString()));
        parts.addAll(post.links());
        parts.add("");
        parts.addAll(post.hashtags());
        if (!post.conversation().equals(post.id())) {
            parts.add("");
            parts.add(post.conversation());
        }
        return Fingerprint.hash(parts);
    }

    private static String firstByName(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one + other;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static void count(Context ctx, String stage, String reason) {
        ctx.output(COUNTS, new StageDelta(stage, reason, 1));
    }
}
