package dev.linnet.review.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.review.SettableClock;
import dev.linnet.review.web.ClientNetwork;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final ClientNetwork OWNER = client("198.51.100.1");
    private static final ClientNetwork STRANGER = client("203.0.113.9");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-02T08:00:00Z"));
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void tenWrongPasswordsBlockEvenTheRightOne() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.attempt(STRANGER, () -> false).isBlocked()).isFalse();
        }

        LoginThrottle.Attempt eleventh = throttle.attempt(STRANGER, () -> {
            throw new AssertionError("the eleventh password was compared");
        });

        assertThat(eleventh.isBlocked()).isTrue();
        assertThat(eleventh.isRight()).isFalse();
        assertThat(eleventh.retryAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void windowSlidesInsteadOfStartingAnew() {
        for (int second = 0; second < 10; second++) {
            throttle.attempt(STRANGER, () -> false);
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(throttle.attempt(STRANGER, () -> true).retryAfter()).isEqualTo(Duration.ofSeconds(10));

        // 60 seconds after the first failure one more may be compared, and only one.
        clock.advance(Duration.ofSeconds(10));
        assertThat(throttle.attempt(STRANGER, () -> false).isBlocked()).isFalse();
        assertThat(throttle.attempt(STRANGER, () -> false).retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void strangerDoesNotBlockTheOwner() {
        for (int i = 0; i < 50; i++) {
            throttle.attempt(STRANGER, () -> false);
        }

        assertThat(throttle.attempt(OWNER, () -> true).isRight()).isTrue();
    }

    @Test
    void manyBlocksOfOneCustomerAreLimitedTogether() {
        int compared = 0;
        for (int block = 0; block < 30; block++) {
            for (int i = 0; i < 10; i++) {
                compared += throttle.attempt(client("2001:db8:1:" + Integer.toHexString(block) + "::1"), () -> false)
                                .isBlocked()
                        ? 0
                        : 1;
            }
        }
        assertThat(compared).isEqualTo(LoginThrottle.SITE_LIMIT);
        assertThat(throttle.attempt(client("2001:db8:2::1"), () -> true).isRight())
                .isTrue();
    }

    @Test
    void rightPasswordsDoNotCount() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.attempt(OWNER, () -> true).isRight()).isTrue();
        }
    }

    @Test
    void manyAtOnceAreComparedTenTimes() throws Exception {
        AtomicInteger compared = new AtomicInteger();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger mostInside = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(32);
        for (int i = 0; i < 500; i++) {
            pool.execute(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throttle.attempt(STRANGER, () -> {
                    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(1_000_000);
                    inside.decrementAndGet();
                    return compared.incrementAndGet() < 0;
                });
            });
        }
        start.countDown();
        pool.shutdown();

        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(compared).hasValue(10);
        assertThat(mostInside).hasValue(1);
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 3 * LoginThrottle.CAPACITY; i++) {
            throttle.attempt(client("10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255)), () -> false);
        }

        assertThat(throttle.size()).isEqualTo(LoginThrottle.CAPACITY);
    }

    @Test
    void clockSetBackBlocksNobody() {
        for (int i = 0; i < 10; i++) {
            throttle.attempt(OWNER, () -> false);
        }
        clock.advance(Duration.ofHours(-1));

        assertThat(throttle.attempt(OWNER, () -> true).isRight()).isTrue();
    }

    private static ClientNetwork client(String address) {
        try {
            return ClientNetwork.of(InetAddress.getByName(address));
        } catch (java.net.UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
