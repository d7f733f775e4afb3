package dev.linnet.sinks.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.sinks.points.Answer.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BatchDeliveryTest {
    private final FakeStore store = new FakeStore();
    private final Counts counts = new Counts();
    private final BatchDelivery delivery = delivery(Duration.ofSeconds(30));

    @Test
    void aBatchGoesInOneRequest() {
        assertDone(delivery.deliver(writes(0, 1000)));
        assertThat(store.requests).containsExactly("prepare", "write 1000");
        assertThat(counts.written).isEqualTo(1000);
    }

    @Test
    void aDeletionNeverOvertakesTheWritesBeforeIt() {
        List<PointEntry> batch =
                List.of(write(1), write(2), PointEntry.delete("m", 1), write(3), PointEntry.delete("m", 2));
        store.next.addAll(List.of(Answer.OK, Answer.of(Kind.RETRY, "busy")));

        BatchDelivery.Result result = delivery.deliver(batch);
        assertThat(result.unsent()).isEqualTo(batch.subList(2, 5));
        assertThat(result.hold()).isPositive();

        assertDone(delivery.deliver(result.unsent()));
        assertThat(store.stored).containsExactly(write(3));
        assertThat(store.requests).containsExactly("prepare", "write 2", "delete 1", "delete 1", "write 1", "delete 1");
    }

    @Test
    void badLinesAreRejectedOnceAndTheOthersLand() {
        store.rule = writes -> writes.stream().anyMatch(entry -> entry.time() % 100 == 7)
                ? Answer.of(Kind.BAD_LINES, "field type conflict")
                : Answer.OK;

        assertDone(delivery.deliver(writes(0, 500)));

        assertThat(counts.rejected).extracting(RejectedPoint::reason).containsOnly("type-conflict");
        assertThat(counts.rejected)
                .extracting(RejectedPoint::line)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(counts.written).isEqualTo(495);
        assertThat(store.stored).hasSize(495).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    }

    @Test
    void aRequestThatIsTooLargeIsHalvedAndALoneOversizeRejected() {
        store.rule = writes ->
                writes.size() > 100 || writes.contains(write(42)) ? Answer.of(Kind.TOO_LARGE, "413") : Answer.OK;

        assertDone(delivery.deliver(writes(0, 300)));

        assertThat(counts.rejected)
                .singleElement()
                .extracting(RejectedPoint::reason)
                .isEqualTo("too-large");
        assertThat(counts.written).isEqualTo(299);
    }

    @Test
    void whatIsBeyondRetentionIsCountedAndNotSentAgain() {
        store.next.add(Answer.of(Kind.BEYOND_RETENTION, "points beyond retention policy dropped=3"));
        List<PointEntry> batch =
                Stream.concat(writes(100, 200).stream(), writes(0, 3).stream()).toList();

        assertDone(delivery.deliver(batch));

        assertThat(store.requests).containsExactly("prepare", "write 103");
        assertThat(counts.rejected).extracting(RejectedPoint::reason).containsOnly("beyond-retention");
        assertThat(counts.rejected).extracting(RejectedPoint::line).containsExactly("m i=0i 0", "m i=1i 1", "m i=2i 2");
        assertThat(counts.written).isEqualTo(100);
    }

    @Test
    void aRefusedLoginHoldsEverything() {
        store.rule = writes -> Answer.of(Kind.FORBIDDEN, "401");
        for (int i = 0; i < 20; i++) {
            BatchDelivery.Result result = delivery.deliver(writes(0, 10));
            assertThat(result.unsent()).hasSize(10);
            assertThat(result.hold()).isBetween(Duration.ofMillis(100), Duration.ofSeconds(10));
            assertThat(result.fatal()).isNull();
        }
        assertThat(counts.rejected).isEmpty();
        assertThat(counts.retries).isEqualTo(20);
    }

    @Test
    void aMissingDatabaseIsMadeAndTheBatchSentAgain() {
        assertDone(delivery.deliver(writes(0, 1)));
        store.next.add(Answer.of(Kind.MISSING, "database not found"));

        assertDone(delivery.deliver(writes(0, 10)));

        assertThat(store.requests).containsExactly("prepare", "write 1", "write 10", "prepare", "write 10");
    }

    @Test
    void aWrongServerIsFatalAndHandsTheBatchBack() {
        store.prepared = Answer.of(Kind.FATAL, "HTTP 405");
        BatchDelivery.Result result = delivery.deliver(writes(0, 10));
        assertThat(result.fatal()).contains("405");
        assertThat(result.unsent()).hasSize(10);
    }

    @Test
    void aBatchFullOfBadLinesIsHandedBackInPartsWhenTheTimeIsUp() {
        BatchDelivery hasty = delivery(Duration.ZERO);
        store.rule = writes -> Answer.of(Kind.BAD_LINES, "unable to parse");
        List<PointEntry> rest = writes(0, 64);
        int rounds = 0;
        while (!rest.isEmpty()) {
            BatchDelivery.Result result = hasty.deliver(rest);
            assertThat(result.hold()).isZero();
            assertThat(result.unsent()).hasSizeLessThan(rest.size());
            rest = result.unsent();
            rounds++;
        }
        assertThat(rounds).isEqualTo(64);
        assertThat(counts.rejected).hasSize(64);
        assertThat(counts.retries).isZero();
    }

    @Test
    void refusedPointsAreCountedAndNotSent() {
        assertDone(
                delivery.deliver(List.of(write(1), PointEntry.refused("m", 2, "empty"), PointEntry.tick(), write(3))));
        assertThat(counts.rejected).containsExactly(new RejectedPoint("empty", "no-fields", ""));
        assertThat(store.stored).containsExactly(write(1), write(3));
    }

    @Test
    void waitsGrowToTheirCapAndObeyTheServerToItsCap() {
        Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(5), new Random(1));
        assertThat(backoff.next(null)).isBetween(Duration.ofMillis(160), Duration.ofMillis(200));
        assertThat(backoff.next(null)).isBetween(Duration.ofMillis(320), Duration.ofMillis(400));
        IntStream.range(0, 100).forEach(i -> backoff.next(null));
        assertThat(backoff.next(null)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
        backoff.reset();
        assertThat(backoff.next(Duration.ofSeconds(3))).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3600));
        assertThat(backoff.next(Duration.ofDays(1))).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    private BatchDelivery delivery(Duration budget) {
        return new BatchDelivery(
                store,
                counts,
                new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(5), new Random(1)),
                new OutageLog(LoggerFactory.getLogger("test"), "the store", Clock.systemUTC()),
                budget);
    }

    private static void assertDone(BatchDelivery.Result result) {
        assertThat(result).isEqualTo(new BatchDelivery.Result(List.of(), Duration.ZERO, null));
    }

    private static List<PointEntry> writes(int from, int to) {
        return IntStream.range(from, to).mapToObj(BatchDeliveryTest::write).toList();
    }

    private static PointEntry write(long time) {
        return PointEntry.write("m", time, "m i=" + time + "i " + time);
    }

    private static final class Counts implements Tally {
        private int written;
        private int deleted;
        private int retries;
        private final List<RejectedPoint> rejected = new ArrayList<>();

        @Override
        public void written(int points) {
            written += points;
        }

        @Override
        public void deleted(int orders) {
            deleted += orders;
        }

        @Override
        public void rejected(RejectedPoint point) {
            rejected.add(point);
        }

        @Override
        public void retried() {
            retries++;
        }
    }
}
