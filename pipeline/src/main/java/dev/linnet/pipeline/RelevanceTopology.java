package dev.linnet.pipeline;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.alerts.AlertBudgetFunction;
import dev.linnet.pipeline.alerts.AlertGroupFunction;
import dev.linnet.pipeline.alerts.EmergingPhraseFunction;
import dev.linnet.pipeline.alerts.JournalVerdicts;
import dev.linnet.pipeline.alerts.MoodTurnFunction;
import dev.linnet.pipeline.alerts.PriorityAlertFunction;
import dev.linnet.pipeline.alerts.Raised;
import dev.linnet.pipeline.alerts.SpikeDetectFunction;
import dev.linnet.pipeline.alerts.VerdictFeed;
import dev.linnet.pipeline.alerts.Watched;
import dev.linnet.pipeline.balance.BalanceFunction;
import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.dedupe.DedupeFunction;
import dev.linnet.pipeline.dedupe.NearCopyFunction;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.dedupe.PostNews;
import dev.linnet.pipeline.dedupe.SettleFunction;
import dev.linnet.pipeline.enrich.EnrichFunction;
import dev.linnet.pipeline.enrich.ReadPost;
import dev.linnet.pipeline.enrich.ReadingRules;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.filter.FilterRules;
import dev.linnet.pipeline.filter.JournalVocabulary;
import dev.linnet.pipeline.filter.KeywordFilterFunction;
import dev.linnet.pipeline.filter.VocabularyFeed;
import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.pipeline.learn.JournalNews;
import dev.linnet.pipeline.learn.JournalTailOperator;
import dev.linnet.pipeline.learn.LearnFunction;
import dev.linnet.pipeline.learn.WeightUpdate;
import dev.linnet.pipeline.listening.Gap;
import dev.linnet.pipeline.listening.GapFunction;
import dev.linnet.pipeline.listening.HeardFunction;
import dev.linnet.pipeline.listening.KnownMinutesFunction;
import dev.linnet.pipeline.listening.MinuteNews;
import dev.linnet.pipeline.mining.KeepVocabularyFunction;
import dev.linnet.pipeline.mining.KeeperSettings;
import dev.linnet.pipeline.output.DeliverFunction;
import dev.linnet.pipeline.output.MentionFunction;
import dev.linnet.pipeline.output.OutputRules;
import dev.linnet.pipeline.output.PointFactory;
import dev.linnet.pipeline.post.PostEvent;
import dev.linnet.pipeline.relevance.ScoreFunction;
import dev.linnet.pipeline.relevance.ScoredPost;
import dev.linnet.pipeline.source.RawBatch;
import dev.linnet.pipeline.source.ReadPostsFunction;
import dev.linnet.pipeline.windows.KeywordMention;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.pipeline.windows.KeywordWindowFunction;
import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.KeywordMinute;
import dev.linnet.queue.StageCount;
import dev.linnet.sinks.points.Point;
import dev.linnet.sinks.queue.QueueCommand;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The way of a post, from raw records to points, suggestions and alerts: takes the ends and the settings, and wires the
 * functions between them.
 *
 * <p>What concerns one post goes from {@link SettleFunction} to the stores through tasks of one number, so that its changes keep
 * their order. What concerns the whole job goes through single tasks.
 */
public final class RelevanceTopology {
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Vocabulary vocabulary;
    private final JournalAccess journal;
    private final Sink<Point> points;
    private final Sink<QueueCommand> queue;
    private final JobSettings settings;
    private final VocabularyFeed feed;
    private final @Nullable KeeperSettings keeper;

    /**
     * @param vocabulary the vocabulary as configured; the journal's edits come on top
     * @param journal what people did
     * @param points where points go
     * @param queue where suggestions, alerts and the job's records go
     */
    public RelevanceTopology(
            Vocabulary vocabulary,
            JournalAccess journal,
            Sink<Point> points,
            Sink<QueueCommand> queue,
            JobSettings settings) {
        this(vocabulary, journal, points, queue, settings, null);
    }

    private RelevanceTopology(
            Vocabulary vocabulary,
            JournalAccess journal,
            Sink<Point> points,
            Sink<QueueCommand> queue,
            JobSettings settings,
            @Nullable KeeperSettings keeper) {
        this.keeper = keeper;
        this.vocabulary = vocabulary;
        this.journal = journal;
        this.points = points;
        this.queue = queue;
        this.settings = settings;
        this.feed = new JournalVocabulary(vocabulary, journal);
    }

    /** The same, which keeps the vocabulary file up to date while it runs. */
    public RelevanceTopology keeping(KeeperSettings file) {
        return new RelevanceTopology(vocabulary, journal, points, queue, settings, file);
    }

    /** What the topology asks of its environment. */
    public static Configuration requirements() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        return configuration;
    }

    /** Wires the job behind a source of raw records. */
    public void build(StreamExecutionEnvironment env, Source<RawBatch, ?, ?> source) {
        env.configure(requirements());
        boolean endless = source.getBoundedness() == Boundedness.CONTINUOUS_UNBOUNDED;
        build(
                env.fromSource(source, WatermarkStrategy.noWatermarks(), "Records", TypeInformation.of(RawBatch.class))
                        .uid("records"),
                endless);
    }

    private void build(DataStream<RawBatch> records, boolean endless) {
        SingleOutputStreamOperator<PostEvent> posts = read(records);
        SingleOutputStreamOperator<PostEvent> timed = timed(posts, endless);
        SingleOutputStreamOperator<Candidate> candidates = filter(timed);
        SingleOutputStreamOperator<PostNews> news = dedupe(candidates);
        SingleOutputStreamOperator<PostChange> changes = nearCopy(news);
        SingleOutputStreamOperator<PostChange> settled = settle(changes);
        SingleOutputStreamOperator<ReadPost> readPosts = enrich(settled);
        SingleOutputStreamOperator<JournalNews> journalNews =
                journal(candidates.getSideOutput(KeywordFilterFunction.COUNTS));
        DataStream<JournalEntry> entries = entries(journalNews);
        SingleOutputStreamOperator<WeightUpdate> weights = learn(journalNews);
        SingleOutputStreamOperator<ScoredPost> scored = score(readPosts, weights);
        deliver(scored);
        SingleOutputStreamOperator<KeywordMention> mentions = mentions(scored);
        SingleOutputStreamOperator<KeywordWindow> windows = windows(mentions);

        SingleOutputStreamOperator<StageCount> balance = balance(posts.getSideOutput(ReadPostsFunction.COUNTS)
                .union(
                        candidates.getSideOutput(KeywordFilterFunction.COUNTS),
                        news.getSideOutput(DedupeFunction.COUNTS),
                        changes.getSideOutput(NearCopyFunction.COUNTS),
                        settled.getSideOutput(SettleFunction.COUNTS),
                        readPosts.getSideOutput(EnrichFunction.COUNTS),
                        scored.getSideOutput(ScoreFunction.COUNTS)));
        DataStream<KeptRecord> kept = posts.getSideOutput(ReadPostsFunction.KEPT)
                .union(
                        candidates.getSideOutput(KeywordFilterFunction.KEPT),
                        readPosts.getSideOutput(EnrichFunction.KEPT));

        DataStream<KeywordMinute> minutes = minutes(windows);
        DataStream<Alert> alerts = alerts(mentions, known(windows, gaps(timed)), entries);

        weights.getSideOutput(LearnFunction.POINTS)
                .union(
                        balance.getSideOutput(BalanceFunction.POINTS),
                        minutePoints(minutes),
                        alertPoints(alerts),
                        actPoints(entries))
                .sinkTo(points)
                .setParallelism(1)
                .uid("job-points")
                .name("Points of the job");
        commands(kept, balance, minutes, alerts)
                .union(weights.getSideOutput(LearnFunction.COMMANDS), news.getSideOutput(DedupeFunction.COMMANDS))
                .sinkTo(queue)
                .setParallelism(1)
                .uid("job-queue")
                .name("Queue: records of the job");
    }

    private SingleOutputStreamOperator<PostEvent> read(DataStream<RawBatch> records) {
        VocabularyFeed vocabularies = feed;
        return records.process(
                        new ReadPostsFunction(() -> vocabularies.current().prefilter()::nextCandidate))
                .uid("read-posts")
                .name("Prefilter and parse");
    }

    private SingleOutputStreamOperator<PostEvent> timed(DataStream<PostEvent> posts, boolean endless) {
        WatermarkStrategy<PostEvent> times = WatermarkStrategy.<PostEvent>forBoundedOutOfOrderness(settings.disorder())
                .withTimestampAssigner(new EventTimes(Clock.systemUTC()));
        return posts.assignTimestampsAndWatermarks(endless ? times.withIdleness(IDLE) : times)
                .uid("event-time")
                .name("Event time");
    }

    private SingleOutputStreamOperator<Candidate> filter(DataStream<PostEvent> timed) {
        return timed.process(new KeywordFilterFunction(feed, new FilterRules(settings.languages())))
                .uid("keyword-filter")
                .name("Keyword filter");
    }

    private SingleOutputStreamOperator<PostNews> dedupe(DataStream<Candidate> candidates) {
        return candidates
                .keyBy(Candidate::key, Types.STRING)
                .process(new DedupeFunction(settings.postMemory()))
                .uid("dedupe")
                .name("Dedupe by id");
    }

    private SingleOutputStreamOperator<PostChange> nearCopy(DataStream<PostNews> news) {
        return news.keyBy(PostNews::group, Types.LONG)
                .process(new NearCopyFunction(settings.copyMemory()))
                .uid("near-copy")
                .name("Dedupe by text");
    }

    private SingleOutputStreamOperator<PostChange> settle(DataStream<PostChange> changes) {
        return changes.keyBy(PostChange::key, Types.STRING)
                .process(new SettleFunction(settings.postMemory()))
                .uid("settle")
                .name("Settle revisions");
    }

    private SingleOutputStreamOperator<ReadPost> enrich(DataStream<PostChange> settled) {
        FilterRules languages = new FilterRules(settings.languages());
        return settled.process(
                        new EnrichFunction(feed, new ReadingRules(settings.reading(), languages, settings.profanity())))
                .uid("enrich")
                .name("Language, mood, phrases");
    }

    private SingleOutputStreamOperator<JournalNews> journal(DataStream<StageDelta> besidePosts) {
        return besidePosts
                .transform(
                        "Journal", TypeInformation.of(JournalNews.class), new JournalTailOperator<StageDelta>(journal))
                .setParallelism(1)
                .uid("journal");
    }

    /** What is new to this run. */
    private DataStream<JournalEntry> entries(DataStream<JournalNews> news) {
        SingleOutputStreamOperator<JournalEntry> entries = news.flatMap(
                        (JournalNews one, Collector<JournalEntry> out) -> {
                            if (!one.known()) {
                                out.collect(one.entry());
                            }
                        },
                        TypeInformation.of(JournalEntry.class))
                .setParallelism(1)
                .uid("new-journal-entries")
                .name("New journal entries");
        if (keeper != null) {
            entries.process(new KeepVocabularyFunction(keeper, journal))
                    .setParallelism(1)
                    .uid("vocabulary-file")
                    .name("Vocabulary file");
        }
        return entries;
    }

    private SingleOutputStreamOperator<WeightUpdate> learn(DataStream<JournalNews> news) {
        return news.process(new LearnFunction(vocabulary))
                .setParallelism(1)
                .uid("learn")
                .name("Learn");
    }

    private SingleOutputStreamOperator<ScoredPost> score(DataStream<ReadPost> posts, DataStream<WeightUpdate> weights) {
        return posts.connect(weights.broadcast(ScoreFunction.WEIGHTS))
                .process(new ScoreFunction(feed, settings.keepAbove()))
                .uid("score")
                .name("Score");
    }

    private void deliver(DataStream<ScoredPost> scored) {
        OutputRules rules = new OutputRules(settings.suggestAbove(), settings.ownHandles(), settings.keepText());
        SingleOutputStreamOperator<Point> postPoints =
                scored.process(new DeliverFunction(rules)).uid("deliver").name("Points and suggestions");
        // One writer: InfluxDB 1.x loses a point now and then that is written while another connection deletes from its
        // measurement (seen on 1.6.7). One writes some 50,000 points a second, far more than relevant posts come.
        postPoints.sinkTo(points).setParallelism(1).uid("post-points").name("Points of posts");
        postPoints
                .getSideOutput(DeliverFunction.COMMANDS)
                .sinkTo(queue)
                .uid("post-queue")
                .name("Queue: suggestions");
    }

    private static SingleOutputStreamOperator<StageCount> balance(DataStream<StageDelta> deltas) {
        return deltas.keyBy(BalanceFunction::key, Types.STRING)
                .process(new BalanceFunction())
                .setParallelism(1)
                .uid("balance")
                .name("Balance");
    }

    private SingleOutputStreamOperator<KeywordMention> mentions(DataStream<ScoredPost> scored) {
        return scored.process(new MentionFunction(feed)).uid("mentions").name("Keywords and phrases of posts");
    }

    private static SingleOutputStreamOperator<KeywordWindow> windows(DataStream<KeywordMention> mentions) {
        return mentions.keyBy(KeywordMention::keyword, Types.STRING)
                .process(new KeywordWindowFunction())
                .uid("keyword-windows")
                .name("Keyword minutes");
    }

    private static DataStream<Gap> gaps(DataStream<PostEvent> timed) {
        return timed.process(new HeardFunction())
                .uid("heard")
                .name("Minutes with records")
                .keyBy(minute -> true, Types.BOOLEAN)
                .process(new GapFunction())
                .setParallelism(1)
                .uid("gaps")
                .name("Gaps");
    }

    private static DataStream<MinuteNews> known(DataStream<KeywordWindow> windows, DataStream<Gap> gaps) {
        return windows.keyBy(KeywordWindow::keyword, Types.STRING)
                .connect(gaps.broadcast(KnownMinutesFunction.BROADCAST))
                .process(new KnownMinutesFunction())
                .uid("known-minutes")
                .name("Known minutes");
    }

    private DataStream<Alert> alerts(
            SingleOutputStreamOperator<KeywordMention> mentions,
            DataStream<MinuteNews> minutes,
            DataStream<JournalEntry> entries) {
        VerdictFeed verdicts = new JournalVerdicts(journal);
        DataStream<Alert> priority = mentions.keyBy(KeywordMention::keyword, Types.STRING)
                .process(new PriorityAlertFunction(settings.priorityCooldown(), verdicts))
                .uid("priority-alerts")
                .name("Priority keywords");
        DataStream<Alert> emerging = mentions.getSideOutput(MentionFunction.PHRASES)
                .connect(entries)
                .process(new EmergingPhraseFunction(feed))
                .setParallelism(1)
                .uid("emerging")
                .name("Emerging phrases");
        return priority.union(emerging, grouped(unusual(minutes, verdicts), verdicts))
                .keyBy(AlertBudgetFunction::day, Types.LONG)
                .process(new AlertBudgetFunction(settings.alertsPerDay(), verdicts))
                .setParallelism(1)
                .uid("alert-budget")
                .name("Alert budget");
    }

    /** What is unusual of keywords that are watched; nothing where nothing is. */
    private DataStream<Raised> unusual(DataStream<MinuteNews> minutes, VerdictFeed verdicts) {
        KeyedStream<MinuteNews, String> keyed = minutes.keyBy(MinuteNews::keyword, Types.STRING);
        Set<Watched> measured = SpikeDetectFunction.measured(settings.watched());
        List<DataStream<Raised>> found = new ArrayList<>();
        if (!measured.isEmpty()) {
            found.add(keyed.process(new SpikeDetectFunction(measured, settings.sensitivity(), verdicts))
                    .uid("spikes")
                    .name("Spikes"));
        }
        if (settings.watched().contains(Watched.MOOD)) {
            found.add(keyed.process(new MoodTurnFunction(settings.sensitivity(), verdicts))
                    .uid("moods")
                    .name("Turns of mood"));
        }
        return found.stream()
                .reduce(DataStream::union)
                .orElseGet(() -> keyed.flatMap(
                                (MinuteNews news, Collector<Raised> out) -> {}, TypeInformation.of(Raised.class))
                        .uid("nothing-watched")
                        .name("Nothing watched"));
    }

    private static DataStream<Alert> grouped(DataStream<Raised> raised, VerdictFeed verdicts) {
        return raised.keyBy(one -> true, Types.BOOLEAN)
                .process(new AlertGroupFunction(verdicts))
                .setParallelism(1)
                .uid("alert-groups")
                .name("Alerts on the same posts");
    }

    private static DataStream<KeywordMinute> minutes(DataStream<KeywordWindow> windows) {
        return windows.map(
                        window -> new KeywordMinute(
                                window.keyword(),
                                window.start(),
                                window.posts(),
                                window.authors(),
                                window.relevanceSum(),
                                window.sentimentMean()),
                        TypeInformation.of(KeywordMinute.class))
                .uid("minutes")
                .name("Minutes");
    }

    private static DataStream<Point> minutePoints(DataStream<KeywordMinute> minutes) {
        return minutes.map(PointFactory::keywordWindow, TypeInformation.of(Point.class))
                .uid("minute-points")
                .name("Points of minutes");
    }

    private static DataStream<Point> alertPoints(DataStream<Alert> alerts) {
        return alerts.map(PointFactory::alert, TypeInformation.of(Point.class))
                .setParallelism(1)
                .uid("alert-points")
                .name("Points of alerts");
    }

    private static DataStream<Point> actPoints(DataStream<JournalEntry> entries) {
        return entries.flatMap(
                        (JournalEntry entry, Collector<Point> out) ->
                                PointFactory.alertAct(entry).ifPresent(out::collect),
                        TypeInformation.of(Point.class))
                .setParallelism(1)
                .uid("alert-act-points")
                .name("Points of acts on alerts");
    }

    private static DataStream<QueueCommand> commands(
            DataStream<KeptRecord> kept,
            DataStream<StageCount> balance,
            DataStream<KeywordMinute> minutes,
            DataStream<Alert> alerts) {
        TypeInformation<QueueCommand> type = TypeInformation.of(QueueCommand.class);
        DataStream<QueueCommand> keeps =
                kept.map(QueueCommand::keep, type).uid("kept-commands").name("Kept records");
        DataStream<QueueCommand> trends =
                minutes.map(QueueCommand::minute, type).uid("minute-commands").name("Trends for the console");
        DataStream<QueueCommand> counts = balance.map(QueueCommand::count, type)
                .setParallelism(1)
                .uid("count-commands")
                .name("Balance for the console");
        DataStream<QueueCommand> raised = alerts.map(QueueCommand::alert, type)
                .setParallelism(1)
                .uid("alert-commands")
                .name("Alerts for the console");
        return keeps.union(trends, counts, raised);
    }
}
