package dev.linnet.pipeline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"created_at\":\"Sun Mar 01 08:00:00 +0000 2026\",\"id\":5} | 2026-03-01T08:00:00Z",
                "{\"id\":5,\"text\":\"x\",\"timestamp_ms\":\"1772352000123\"} | 2026-03-01T08:00:00.123Z",
                "{\"did\":\"a\",\"time_us\":1772352000123456,\"kind\":\"commit\"} | 2026-03-01T08:00:00.123Z",
                "{\"$type\":\"message\",\"payload\":{\"did\":\"a\",\"time\":\"2026-03-01T08:00:00.123456Z\"}} | 2026-03-01T08:00:00.123Z",
                "{\"data\":{\"created_at\":\"2026-03-01T08:00:00.000Z\",\"id\":\"5\"}} | 2026-03-01T08:00:00Z",
                "{\"event\":\"update\",\"payload\":\"{\\\"created_at\\\":\\\"2026-03-01T10:00:00.5+02:00\\\"}\"} | 2026-03-01T08:00:00.5Z",
            })
    void timeIsToldInEveryShape(String record, Instant time) {
        assertThat(millis(record)).isEqualTo(time.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"delete\":{\"status\":{\"id\":1},\"timestamp_ms\":\"1772352000123\"}} | 0",
                "{\"limit\":{\"track\":1}} | 0",
                "{\"created_at\":\"Sun Mar 01 08: | 0",
                "{\"created_at\":\"2026-13-01T08:00:00Z\"} | 0",
                "{\"created_at\":\"2026-03-01T25:00:00Z\"} | 0",
                "{\"created_at\":\"Sun Foo 01 08:00:00 +0000 2026\"} | 0",
                "{\"created_at\":\"1969-03-01T08:00:00Z\"} | 0",
                "{\"time_us\":} | 0",
                "rubbish | 0",
            })
    void recordWithoutTimeSaysSo(String record, int ignored) {
        assertThat(millis(record)).isEqualTo(RecordTimes.UNKNOWN);
    }

    private static long millis(String record) {
        byte[] bytes = ("~" + record + "~").getBytes(StandardCharsets.UTF_8);
        return RecordTimes.millis(bytes, 1, bytes.length - 1);
    }
}
