package dev.linnet.pipeline.dedupe;

import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.filter.Candidate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The three functions in a row, as they run in the job: what goes to different groups goes by different channels, and any
 * channel may be the quicker one.
 */
final class DedupeChain {
    private static final Duration MEMORY = Duration.ofHours(1);

    private final KeyedOneInputStreamOperatorTestHarness<String, Candidate, PostNews> dedupe;
    private final KeyedOneInputStreamOperatorTestHarness<Long, PostNews, PostChange> nearCopy;
    private final KeyedOneInputStreamOperatorTestHarness<String, PostChange, PostChange> settle;
    private final Map<Long, Deque<StreamRecord<PostNews>>> toGroups = new TreeMap<>();
    private final Map<Long, Deque<StreamRecord<PostChange>>> fromGroups = new TreeMap<>();
    private final List<PostChange> result = new ArrayList<>();
    private final Random random;

    DedupeChain(Random random) throws Exception {
        this.random = random;
        dedupe = ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new DedupeFunction(MEMORY), Candidate::key, Types.STRING);
        nearCopy = ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new NearCopyFunction(MEMORY), PostNews::group, Types.LONG);
        settle = ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new SettleFunction(MEMORY), PostChange::key, Types.STRING);
    }

    /** Runs the candidates through, to the end of the stream. */
    List<PostChange> run(List<Candidate> candidates) throws Exception {
        long newest = Long.MIN_VALUE;
        for (Candidate candidate : candidates) {
            long at = candidate.at().toEpochMilli();
            dedupe.processElement(candidate, at);
            newest = Math.max(newest, at);
            if (random.nextInt(4) == 0) {
                dedupe.processWatermark(newest - 5_000);
            }
            collectNews();
            step();
        }
        dedupe.processWatermark(Long.MAX_VALUE);
        collectNews();
        drainNews();
        drainSettle();
        nearCopy.processWatermark(Long.MAX_VALUE);
        collectChanges(0);
        drainSettle();
        return result;
    }

    /** Records that ended in one of the three. */
    long ended() {
        return sum(dedupe, DedupeFunction.COUNTS)
                + sum(nearCopy, NearCopyFunction.COUNTS)
                + sum(settle, SettleFunction.COUNTS);
    }

    /** Records that went on. */
    long delivered() {
        return result.stream().filter(PostChange::first).count();
    }

    private void step() throws Exception {
        while (random.nextInt(3) != 0 && (random.nextBoolean() ? stepNews() : stepSettle())) {
            // Any channel may move, or none.
        }
    }

    private void drainNews() throws Exception {
        while (stepNews()) {
            // One after the other, by any channel.
        }
    }

    private void drainSettle() throws Exception {
        while (stepSettle()) {
            // One after the other, by any channel.
        }
    }

    private boolean stepNews() throws Exception {
        StreamRecord<PostNews> next = pick(toGroups);
        if (next == null) {
            return false;
        }
        nearCopy.processElement(next);
        collectChanges(next.getValue().group());
        return true;
    }

    private boolean stepSettle() throws Exception {
        StreamRecord<PostChange> next = pick(fromGroups);
        if (next == null) {
            return false;
        }
        settle.processElement(next);
        result.addAll(settle.extractOutputValues());
        settle.getOutput().clear();
        return true;
    }

    private void collectNews() {
        for (StreamRecord<? extends PostNews> record : dedupe.extractOutputStreamRecords()) {
            toGroups.computeIfAbsent(record.getValue().group(), group -> new ArrayDeque<>())
                    .add(new StreamRecord<>(record.getValue(), record.getTimestamp()));
        }
        dedupe.getOutput().clear();
    }

    private void collectChanges(long group) {
        for (StreamRecord<? extends PostChange> record : nearCopy.extractOutputStreamRecords()) {
            fromGroups
                    .computeIfAbsent(group, g -> new ArrayDeque<>())
                    .add(new StreamRecord<>(record.getValue(), record.getTimestamp()));
        }
        nearCopy.getOutput().clear();
    }

    private <T> @Nullable StreamRecord<T> pick(Map<Long, Deque<StreamRecord<T>>> channels) {
        channels.values().removeIf(Deque::isEmpty);
        if (channels.isEmpty()) {
            return null;
        }
        List<Deque<StreamRecord<T>>> waiting = new ArrayList<>(channels.values());
        return waiting.get(random.nextInt(waiting.size())).poll();
    }

    private static long sum(KeyedOneInputStreamOperatorTestHarness<?, ?, ?> harness, OutputTag<StageDelta> tag) {
        var counts = harness.getSideOutput(tag);
        return counts == null
                ? 0
                : counts.stream().mapToLong(r -> r.getValue().count()).sum();
    }
}
