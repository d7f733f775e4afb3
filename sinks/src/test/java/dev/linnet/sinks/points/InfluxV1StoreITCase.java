package dev.linnet.sinks.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.sinks.points.Answer.Kind;
import dev.linnet.testkit.FreePort;
import dev.linnet.testkit.InfluxRow;
import dev.linnet.testkit.InfluxServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InfluxV1StoreITCase {
    private static final InfluxServer SERVER = InfluxServer.shared();

    @Test
    void theDatabaseAndItsRetentionPolicyAreMadeOnce() {
        PointSettings settings = settings("made").withRetention("month", Duration.ofDays(30));
        try (PointStore store = store(settings)) {
            assertThat(store.prepare()).isEqualTo(Answer.OK);
            assertThat(store.prepare()).isEqualTo(Answer.OK);
        }
        assertThat(SERVER.query("made", "SHOW RETENTION POLICIES"))
                .anySatisfy(row -> assertThat(row.values())
                        .containsEntry("name", "month")
                        .containsEntry("duration", "720h0m0s")
                        .containsEntry("default", true));
    }

    @Test
    void whateverIsInATextOrATagComesBack() {
        List<String> nasty = new ArrayList<>(List.of(
                "plain",
                "a,b",
                "a=b",
                "a b",
                " a ",
                "a\\b",
                "a\\,b",
                "a\\=b",
                "a\\ b",
                "\\\\a",
                "\"q\"",
                "'",
                "ümlaut ☃ 🐦",
                "#hash",
                "m,k=v f=1 1",
                "a\tb",
                "\\n",
                "{}",
                "%s"));
        String[] pieces = {"\\", ",", "=", " ", "\"", "a", "#", "é", "\u0001", "\t", "🐦"};
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            nasty.add(random.ints(1 + random.nextInt(8), 0, pieces.length)
                    .mapToObj(piece -> pieces[piece])
                    .collect(Collectors.joining()));
        }
        nasty.removeIf(value -> value.endsWith("\\"));
        try (PointStore store = fresh("trip")) {
            assertThat(store.write(IntStream.range(0, nasty.size())
                            .mapToObj(i -> Points.entry(Points.withTag(nasty.get(i), i)))
                            .toList()))
                    .isEqualTo(Answer.OK);
            assertThat(store.write(IntStream.range(0, nasty.size())
                            .mapToObj(i -> Points.entry(Points.withText(nasty.get(i) + "\r\n\\", i)))
                            .toList()))
                    .isEqualTo(Answer.OK);
        }
        String[] tags = new String[nasty.size()];
        for (InfluxRow row : SERVER.query("trip", "SELECT i FROM m GROUP BY k")) {
            tags[(int) row.count("time")] = row.tags().get("k");
        }
        assertThat(tags).containsExactlyElementsOf(nasty);
        assertThat(SERVER.query("trip", "SELECT s FROM m"))
                .extracting(row -> row.text("s"))
                .containsExactlyElementsOf(
                        nasty.stream().map(text -> text + "\r\n\\").toList());
    }

    @Test
    void aTagWithALineBreakStaysOneLine() {
        try (PointStore store = fresh("breaks")) {
            store.write(List.of(Points.entry(Points.withTag("x\nadmin f=1 1\r", 1))));
        }
        assertThat(SERVER.query("breaks", "SHOW MEASUREMENTS"))
                .singleElement()
                .satisfies(row -> assertThat(row.text("name")).isEqualTo("m"));
        assertThat(SERVER.query("breaks", "SELECT i FROM m GROUP BY k"))
                .singleElement()
                .satisfies(row -> assertThat(row.tags()).containsEntry("k", "x admin f=1 1 "));
    }

    @Test
    void writingAgainChangesNothingAndADeletionTakesEverySeriesOfItsTime() {
        List<PointEntry> points = LongStream.range(0, 1000)
                .mapToObj(i -> Points.entry(Points.numbered(i)))
                .toList();
        try (PointStore store = fresh("del")) {
            assertThat(store.write(points)).isEqualTo(Answer.OK);
            assertThat(store.write(points)).isEqualTo(Answer.OK);
            store.write(List.of(
                    Points.entry(Points.withTag("other", Points.numbered(5).time()))));
            assertThat(store.delete(List.of(
                            PointEntry.delete("m", Points.numbered(5).time()),
                            PointEntry.delete("m", Points.numbered(6).time()),
                            PointEntry.delete("never_written", 1))))
                    .isEqualTo(Answer.OK);
        }
        assertThat(SERVER.query("del", "SELECT i FROM m"))
                .hasSize(998)
                .extracting(row -> row.count("i"))
                .doesNotContain(5L, 6L);
    }

    @Test
    void failuresAreSortedByWhatToDo() {
        try (PointStore store = fresh("sorted");
                PointStore nowhere = store(settings("never_made"));
                PointStore unknownPolicy = store(settings("sorted").withRetention("nope", Duration.ZERO));
                PointStore down = store(PointSettings.influxDb("http://127.0.0.1:" + FreePort.find(), "d"))) {
            store.write(List.of(PointEntry.write("m", 1, "m i=1i 1")));

            Answer conflict = store.write(List.of(PointEntry.write("m", 2, "m i=\"x\" 2")));
            assertThat(conflict.kind()).isEqualTo(Kind.BAD_LINES);
            assertThat(RejectedPoint.reason(conflict.text())).isEqualTo("type-conflict");
            Answer garbage = store.write(List.of(PointEntry.write("m", 2, "m garbage")));
            assertThat(garbage.kind()).isEqualTo(Kind.BAD_LINES);
            assertThat(RejectedPoint.reason(garbage.text())).isEqualTo("unparseable");
            assertThat(nowhere.write(List.of(PointEntry.write("m", 1, "m i=1i 1")))
                            .kind())
                    .isEqualTo(Kind.MISSING);
            assertThat(unknownPolicy
                            .write(List.of(PointEntry.write("m", 1, "m i=1i 1")))
                            .kind())
                    .isEqualTo(Kind.MISSING);
            assertThat(down.write(List.of(PointEntry.write("m", 1, "m i=1i 1"))).kind())
                    .isEqualTo(Kind.RETRY);
            assertThat(down.prepare().kind()).isEqualTo(Kind.RETRY);
        }
    }

    @Test
    void pointsBeyondRetentionAreToldApart() {
        try (PointStore store = store(settings("short").withRetention("day", Duration.ofDays(1)))) {
            assertThat(store.prepare()).isEqualTo(Answer.OK);
            long now = System.currentTimeMillis() * 1_000_000;
            Answer answer = store.write(List.of(
                    PointEntry.write("m", 1, "m i=1i 1"),
                    PointEntry.write("m", now, "m i=2i " + now),
                    PointEntry.write("m", 2, "m i=3i 2")));
            assertThat(answer.kind()).isEqualTo(Kind.BEYOND_RETENTION);
            assertThat(answer.text()).contains("dropped=2");
            assertThat(SERVER.query("short", "SELECT i FROM m"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.count("i")).isEqualTo(2));
        }
    }

    @Test
    void aWrongLoginIsForbiddenAndARequestBeyondTheLimitTooLarge() {
        try (InfluxServer guarded =
                InfluxServer.with().login("admin", "right").maxBodySize(2_000).start()) {
            PointSettings settings = PointSettings.influxDb(guarded.url(), "d");
            try ( // InfluxDB 1.6 does not hold a compressed body of unknown length to its limit.
            PointStore right = store(settings.withLogin("admin", "right"), false);
                    PointStore wrong = store(settings.withLogin("admin", "wrong"));
                    PointStore none = store(settings)) {
                assertThat(right.prepare()).isEqualTo(Answer.OK);
                assertThat(wrong.prepare().kind()).isEqualTo(Kind.FORBIDDEN);
                assertThat(none.prepare().kind()).isEqualTo(Kind.FORBIDDEN);
                List<PointEntry> one = List.of(PointEntry.write("m", 1, "m i=1i 1"));
                assertThat(wrong.write(one).kind()).isEqualTo(Kind.FORBIDDEN);
                assertThat(right.write(one)).isEqualTo(Answer.OK);

                List<PointEntry> big = new Random(1)
                        .longs(500)
                        .mapToObj(l -> PointEntry.write("m", l, "m s=\"" + l + "\" " + (l >>> 2)))
                        .toList();
                assertThat(right.write(big).kind()).isEqualTo(Kind.TOO_LARGE);
            }
            guarded.query("d", "CREATE USER writer WITH PASSWORD 'w'");
            try (PointStore writer = store(settings.withLogin("writer", "w"))) {
                assertThat(writer.write(List.of(PointEntry.write("m", 1, "m i=1i 1")))
                                .kind())
                        .isEqualTo(Kind.FORBIDDEN);
                guarded.query("d", "GRANT WRITE ON d TO writer");
                assertThat(writer.prepare()).isEqualTo(Answer.OK);
                assertThat(writer.write(List.of(PointEntry.write("m", 1, "m i=1i 1"))))
                        .isEqualTo(Answer.OK);
            }
        }
    }

    private static PointStore fresh(String database) {
        SERVER.createDatabase(database);
        return store(settings(database));
    }

    private static PointStore store(PointSettings settings) {
        return store(settings, true);
    }

    private static PointStore store(PointSettings settings, boolean gzip) {
        return PointStore.of(settings, new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(10), gzip));
    }

    private static PointSettings settings(String database) {
        return PointSettings.influxDb(SERVER.url(), database);
    }
}
