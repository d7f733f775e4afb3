package dev.linnet.bench.cluster;

import dev.linnet.pipeline.alerts.MoodTurnFunction;
import dev.linnet.pipeline.alerts.Raised;
import dev.linnet.pipeline.alerts.SpikeDetectFunction;
import dev.linnet.pipeline.alerts.VerdictFeed;
import dev.linnet.pipeline.listening.Gap;
import dev.linnet.pipeline.listening.KnownMinutesFunction;
import dev.linnet.pipeline.listening.MinuteNews;
import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.windows.KeywordMention;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.pipeline.windows.KeywordWindowFunction;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** The job's functions from mentions to spikes and turns of mood, at parallelism 1. */
final class WatchingJob {
    static final String SPIKES = "Spikes";
    static final String MOODS = "Turns of mood";

    private WatchingJob() {}

    static void build(StreamExecutionEnvironment env, ManyMentions mentions) {
        DataStream<KeywordMention> used = env.fromSequence(0, Long.MAX_VALUE)
                .uid("numbers")
                .flatMap(
                        (Long number, Collector<KeywordMention> out) -> say(mentions, number, out),
                        TypeInformation.of(KeywordMention.class))
                .uid("mentions")
                .assignTimestampsAndWatermarks(WatermarkStrategy.<KeywordMention>forGenerator(
                                context -> new MinuteByMinute())
                        .withTimestampAssigner((mention, before) -> mention.at().toEpochMilli()))
                .uid("event-time");
        DataStream<KeywordWindow> windows = used.keyBy(KeywordMention::keyword, Types.STRING)
                .process(new KeywordWindowFunction())
                .uid("keyword-windows")
                .name("Keyword minutes");
        DataStream<Gap> noGaps = used.flatMap((mention, out) -> {}, TypeInformation.of(Gap.class))
                .uid("gaps")
                .name("Gaps");
        KeyedStream<MinuteNews, String> minutes = windows.keyBy(KeywordWindow::keyword, Types.STRING)
                .connect(noGaps.broadcast(KnownMinutesFunction.BROADCAST))
                .process(new KnownMinutesFunction())
                .uid("known-minutes")
                .name("Known minutes")
                .keyBy(MinuteNews::keyword, Types.STRING);
        DataStream<Raised> spikes = minutes.process(new SpikeDetectFunction(Sensitivity.BALANCED))
                .uid("spikes")
                .name(SPIKES);
        DataStream<Raised> moods = minutes.process(new MoodTurnFunction(Sensitivity.BALANCED, VerdictFeed.silent()))
                .uid("moods")
                .name(MOODS);
        spikes.union(moods).sinkTo(new DiscardingSink<>()).uid("nowhere");
    }

    /** After the last mention it goes on saying nothing, so that checkpoints can be made of what there is then. */
    private static void say(ManyMentions mentions, long number, Collector<KeywordMention> out)
            throws InterruptedException {
        if (number < mentions.mentions()) {
            out.collect(mentions.mention(number));
        } else {
            Thread.sleep(1);
        }
    }

    /** Event time goes on when a minute is over, as it does in a stream that is read as it is written. */
    private static final class MinuteByMinute implements WatermarkGenerator<KeywordMention> {
        private long minute = Long.MIN_VALUE;

        @Override
        public void onEvent(KeywordMention mention, long millis, WatermarkOutput output) {
            if (millis / ManyMentions.MINUTE > minute) {
                minute = millis / ManyMentions.MINUTE;
                output.emitWatermark(new Watermark(minute * ManyMentions.MINUTE - 1));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // A mention says how late it is, not the clock.
        }
    }
}
