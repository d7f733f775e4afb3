package dev.linnet.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.nlp.UnreadablePostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimedReadingTest {
    @Test
    void whatTakesLongerThanTheBudgetIsGivenUpAndInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (TimedReading reading = new TimedReading(Duration.ofMillis(20))) {
            assertThatThrownBy(() -> reading.read(() -> {
                        try {
                            return forEver();
                        } catch (InterruptedException e) {
                            interrupted.countDown();
                            throw e;
                        }
                    }))
                    .isInstanceOf(UnreadablePostException.class)
                    .hasMessageContaining("more than 20 ms");
            interrupted.await();
        }
    }

    @Test
    void errorsOfAParserAreReasonsAndTheNextTextIsRead() throws Exception {
        try (TimedReading reading = new TimedReading(Duration.ofSeconds(10))) {
            assertThatThrownBy(() -> reading.read(() -> deep(0)))
                    .isInstanceOf(UnreadablePostException.class)
                    .hasMessageContaining("StackOverflowError");
            assertThat(reading.read(() -> 1)).isEqualTo(1);
        }
    }

    @Test
    void whenAllThreadsAreStuckTheNextTextIsRefusedAtOnce() {
        try (TimedReading reading = new TimedReading(Duration.ofMillis(1))) {
            CountDownLatch never = new CountDownLatch(1);
            AtomicInteger stuck = new AtomicInteger();
            while (stuck.get() < 16) {
                assertThatThrownBy(() -> reading.read(() -> stuck(stuck, never)))
                        .hasMessageContaining("more than 1 ms");
            }
            assertThatThrownBy(() -> reading.read(() -> 1)).hasMessageContaining("still busy");
            never.countDown();
        }
    }

    private static Integer forEver() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }

    /** As a parser does, it pays no heed to interruption. */
    private static Integer stuck(AtomicInteger stuck, CountDownLatch never) {
        stuck.incrementAndGet();
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                continue;
            }
        }
        return 0;
    }

    private static int deep(int depth) {
        return depth < 0 ? depth : 1 + deep(depth + 1);
    }
}
