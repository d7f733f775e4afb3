package dev.linnet.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.review.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-02T08:00:00Z"));
    private final Sessions sessions = new Sessions("correct horse", clock);

    @Test
    void useExtendsASessionAndLookingAtItDoesNot() {
        String id = sessions.start().orElseThrow();
        clock.advance(Duration.ofHours(11));
        assertThat(sessions.use(id)).isTrue();
        clock.advance(Duration.ofHours(11));
        assertThat(sessions.isOpen(id)).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(sessions.isOpen(id)).isFalse();
        assertThat(sessions.use(id)).isFalse();
    }

    @Test
    void noUseExtendsItPastSevenDays() {
        String id = sessions.start().orElseThrow();
        for (int i = 0; i < 27; i++) {
            clock.advance(Duration.ofHours(6));
            assertThat(sessions.use(id)).isTrue();
        }
        clock.advance(Duration.ofHours(6));
        assertThat(sessions.use(id)).isFalse();
    }

    @Test
    void endedSessionsMakeRoom() {
        for (int i = 0; i < Sessions.LIMIT; i++) {
            assertThat(sessions.start()).isPresent();
        }
        assertThat(sessions.start()).isEmpty();
        clock.advance(Duration.ofHours(12));
        assertThat(sessions.start()).isPresent();
    }

    @Test
    void strangersHaveNone() {
        assertThat(sessions.use(null)).isFalse();
        assertThat(sessions.isOpen("guess")).isFalse();
        assertThat(sessions.isPassword("correct hors")).isFalse();
        assertThat(sessions.isPassword("correct horse")).isTrue();
    }
}
