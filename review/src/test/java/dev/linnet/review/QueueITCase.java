package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.Contribution;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.SuggestionState;
import dev.linnet.queue.WeightRow;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue's page over HTTP, with a real database. */
class QueueITCase {
    private static final String BEST = "x:1001";
    private static final String WALKER = "x:1110";
    private static final String ALIKE = "x:1122";
    private static final String SECOND = "bluesky:did:plc:inv/1002";

    @TempDir
    Path folder;

    private RunningConsole console;

    @BeforeEach
    void start() {
        console = RunningConsole.filled(folder);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void bestSuggestionIsOnTheCardWithItsReasons() {
        assertThat(console.page("/"))
                .contains(
                        "data-id=\"" + BEST + "\"", "<mark>dawn chorus</mark>", "94 %", "@ana.birds", "+1.9", "trusted")
                .contains("because: <bdi>dawn chorus +1.9, @ana.birds +1.1");
    }

    @Test
    void approvingByFormWritesTheJournalAndShowsTheNext() {
        HttpResponse<String> response = console.post("/approve", Map.of("id", BEST, "next", SECOND));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(console.follow(response))
                .contains("data-id=\"" + SECOND + "\"", "Approved @ana.birds.", "1 of 20 today");
        assertThat(console.newestEntry().act()).isEqualTo(Act.APPROVE);
        assertThat(console.newestEntry().who()).isEqualTo("author");
        assertThat(console.newestEntry().at()).isEqualTo(RunningConsole.NOW);
        assertThat(console.newestEntry().data()).containsEntry("keyword:dawn chorus", 1.0);
    }

    @Test
    void htmxGetsTheContentAloneWithNoticeAndCounts() {
        String body = console.postByHtmx("/approve", Map.of("id", BEST, "next", SECOND))
                .body();

        assertThat(body)
                .doesNotContain("<html")
                .contains("data-id=\"" + SECOND + "\"", "Approved @ana.birds.", "id=\"count-open\"", "hx-swap-oob");
    }

    @Test
    void rejectionKeepsItsReason() {
        console.post("/reject", Map.of("id", BEST, "why", "not-this-author"));
        assertThat(console.newestEntry().act()).isEqualTo(Act.REJECT);
        assertThat(console.newestEntry().why()).isEqualTo("not-this-author");

        console.post("/reject", Map.of("id", SECOND, "why", "  said it\nmyself  "));
        assertThat(console.newestEntry().why()).isEqualTo("said it myself");
    }

    @Test
    void undoOpensItAgain() {
        console.post("/reject", Map.of("id", BEST, "why", "tone"));
        String page = console.follow(console.post("/undo", Map.of("id", BEST)));

        assertThat(page).contains("data-id=\"" + BEST + "\"", "Taken back");
        assertThat(console.newestEntry().act()).isEqualTo(Act.UNDO);
    }

    @Test
    void approvedPostTakesItsFigures() {
        String page = console.follow(console.post("/approve", Map.of("id", BEST)));
        assertThat(page).contains("How did it do?");

        console.post("/outcome", Map.of("id", BEST, "reposts", "7", "likes", "", "clicks", ""));
        assertThat(console.newestEntry().act()).isEqualTo(Act.OUTCOME);
        assertThat(console.newestEntry().data()).isEqualTo(Map.of("reposts", 7.0));
        assertThat(console.page("/journal")).contains("reposts 7");

        assertThat(console.postByHtmx("/outcome", Map.of("id", BEST, "reposts", "many"))
                        .body())
                .contains("The reposts must be a whole number");
        assertThat(console.postByHtmx("/outcome", Map.of("id", SECOND, "reposts", "1"))
                        .body())
                .contains("not approved");
    }

    @Test
    void doubleClickIsOneDecision() {
        console.post("/approve", Map.of("id", BEST));
        String second =
                console.postByHtmx("/reject", Map.of("id", BEST, "why", "tone")).body();

        assertThat(second).contains("That was decided already: author approved it.");
        assertThat(console.database.journal().last()).isEqualTo(1);
        assertThat(console.database.suggestions().find(BEST).orElseThrow().state())
                .isEqualTo(SuggestionState.APPROVED);
    }

    @Test
    void deletedPostIsGone() {
        console.database.suggestions().delete(List.of(BEST), RunningConsole.NOW);

        assertThat(console.postByHtmx("/approve", Map.of("id", BEST)).body()).contains("deleted by its author");
        assertThat(console.page("/")).doesNotContain("kitchen window").contains("data-id=\"" + SECOND + "\"");
    }

    @Test
    void newWeightsChangeTheOrder() {
        console.database.records().putWeights(List.of(new WeightRow("keyword", "migration", 6, 0.1, 40)));

        assertThat(console.page("/")).contains("data-id=\"x:1004\"", "99 %", "+6.0");
    }

    @Test
    void budgetEndsTheDayAndMoreCanBeAskedFor() {
        try (RunningConsole small = new RunningConsole(
                folder.resolve("small").toFile().mkdir() ? folder.resolve("small") : folder,
                settings -> new ConsoleSettings(settings.host(), 0, null, "ana", "Ana’s desk", 2))) {
            new InventedData(RunningConsole.NOW).fill(small.database);
            small.post("/approve", Map.of("id", BEST));
            small.post("/approve", Map.of("id", SECOND));

            assertThat(small.page("/")).contains("That is enough for today.", "18 more can wait", "/?extra=10");
            assertThat(small.page("/?extra=10")).contains("data-id=\"mastodon:1003\"");
            small.clock.advance(Duration.ofDays(1));
            assertThat(small.page("/")).contains("0 of 2 today", "data-id=\"mastodon:1003\"");
        }
    }

    @Test
    void postsAlikeAreOneSuggestionAndNotOfferedAgainOnceItIsDecided() {
        assertThat(console.page("/?at=" + WALKER))
                .contains("data-id=\"" + WALKER + "\"", "2 more posts alike", "and 2 alike");
        assertThat(console.page("/api/queue"))
                .contains("\"alike\":[\"" + ALIKE + "\",\"x:1123\"]")
                .doesNotContain("\"id\":\"" + ALIKE + "\"");
        assertThat(console.page("/?at=" + ALIKE)).contains("data-id=\"" + ALIKE + "\"", "@walker12");

        String decided = console.follow(console.post("/reject", Map.of("id", WALKER, "why", "seen", "next", "x:1111")));
        assertThat(decided).contains("data-id=\"x:1111\"", "2 posts alike what you decided", "@walker12");
        assertThat(console.page("/api/queue")).doesNotContain("\"id\":\"" + ALIKE + "\"");

        console.clock.advance(Duration.ofHours(24));
        assertThat(console.page("/api/queue")).contains("\"id\":\"" + ALIKE + "\"");
    }

    @Test
    void conversationAndLinkOfARejectedPostAreNotOfferedAgain() {
        console.database
                .suggestions()
                .offer(List.of(
                        threaded("x:501", 0.999, "Wrens nest in the lamp post", "x:501", "moss.example/wrens"),
                        threaded("x:502", 0.998, "Do they? Since when?", "x:501"),
                        threaded("x:503", 0.997, "Read what I found on small birds", "x:503", "moss.example/wrens")));
        assertThat(console.page("/?at=x:501")).contains("2 more posts alike");

        console.post("/reject", Map.of("id", "x:501", "why", "off topic"));
        console.clock.advance(Duration.ofDays(30));

        assertThat(console.page("/api/queue")).doesNotContain("x:502", "x:503");
        assertThat(console.page("/")).contains("2 posts alike what you decided", "/?at=x%3A502");
        assertThat(console.page("/status?q=x:502")).contains("its conversation or link was decided");

        console.post("/undo", Map.of("id", "x:501"));
        assertThat(console.page("/api/queue")).contains("\"alike\":[\"x:502\",\"x:503\"]");
    }

    private static Suggestion threaded(String id, double relevance, String text, String conversation, String... links) {
        return new Suggestion(
                id,
                "x",
                "wren",
                "Wren",
                text,
                "en",
                "https://x.com/wren/status/" + id.substring(2),
                RunningConsole.NOW,
                List.of("dawn chorus"),
                relevance,
                List.of(new Contribution("keyword", "dawn chorus", 1, 3)),
                "neutral",
                0,
                false,
                3,
                conversation,
                List.of(links));
    }

    @Test
    void whatIsAlikeTheDecidedIsNotCalledTheEndOfTheDay() {
        for (var open : console.database.suggestions().open(100)) {
            String id = open.suggestion().id();
            if (!id.equals(WALKER) && !id.equals(ALIKE)) {
                console.database.suggestions().delete(List.of(id), RunningConsole.NOW);
            }
        }
        console.post("/approve", Map.of("id", WALKER));

        assertThat(console.page("/"))
                .contains("Nothing to decide.", "1 post alike what you decided")
                .doesNotContain("That is enough");
        assertThat(console.page("/?at=" + ALIKE)).contains("data-id=\"" + ALIKE + "\"");
    }

    @Test
    void badgeTellsWhatIsLeftOfTheDay() {
        try (RunningConsole small = new RunningConsole(
                folder.resolve("small").toFile().mkdir() ? folder.resolve("small") : folder,
                settings -> new ConsoleSettings(settings.host(), 0, null, "ana", "Ana’s desk", 3))) {
            new InventedData(RunningConsole.NOW).fill(small.database);
            small.post("/approve", Map.of("id", BEST));
            assertThat(small.page("/journal"))
                    .contains("title=\"2 left today, 19 open in all\"", "<span class=\"n\">2</span>");

            small.post("/approve", Map.of("id", SECOND));
            small.post("/approve", Map.of("id", "mastodon:1003"));
            small.post("/approve", Map.of("id", "x:1004"));
            assertThat(small.page("/journal")).contains("title=\"0 left today, 16 open in all\"");

            small.clock.advance(Duration.ofDays(1));
            assertThat(small.page("/journal")).contains("title=\"3 left today, 16 open in all\"");
        }
    }

    @Test
    void emptyQueueSaysSo() {
        for (var open : console.database.suggestions().open(100)) {
            console.database.suggestions().delete(List.of(open.suggestion().id()), RunningConsole.NOW);
        }
        assertThat(console.page("/")).contains("Nothing to decide.");
    }

    @Test
    void strangersTextIsInert() {
        console.database.suggestions().offer(List.of(hostile()));
        String page = console.page("/");

        assertThat(page)
                .contains("data-id=\"x:666&#34;>&lt;b>\"")
                .contains("&lt;img src=x onerror=alert(1)&gt;", "&lt;script&gt;")
                .doesNotContain("<img", "<script>", "javascript:", "\u202e", "\u2066", "\u0000");
    }

    @Test
    void lockedDatabaseRefusesTheDecisionAndSaysSo() throws Exception {
        console.page("/");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + console.file)) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            HttpResponse<String> refused = console.postByHtmx("/approve", Map.of("id", BEST));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("HX-Retarget")).contains("#notice");
            assertThat(refused.body()).contains("Nothing was written", "notice problem");
            assertThat(console.post("/approve", Map.of("id", BEST)).body()).contains("<html", "Nothing was written");
        }
        assertThat(console.database.journal().last()).isZero();
        assertThat(console.post("/approve", Map.of("id", BEST)).statusCode()).isEqualTo(303);
    }

    @Test
    void closedDatabaseIsToldByHealthAndPages() {
        console.database.close();

        assertThat(console.get("/healthz").statusCode()).isEqualTo(503);
        assertThat(console.get("/").statusCode()).isEqualTo(503);
        assertThat(console.page("/")).contains("That did not work");
    }

    @Test
    void apiTellsAndDecides() {
        assertThat(console.page("/api/queue")).contains("\"id\":\"" + BEST + "\"", "\"because\":[");
        assertThat(console.post("/api/decide", Map.of("id", BEST, "verdict", "approve"))
                        .body())
                .isEqualTo("{\"sequence\":1}");
        assertThat(console.post("/api/decide", Map.of("id", BEST, "verdict", "approve"))
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> wrong = console.post("/api/decide", Map.of("id", BEST, "verdict", "maybe"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("verdict must be approve, reject or undo");
    }

    private static Suggestion hostile() {
        return new Suggestion(
                "x:666\"><b>",
                "x",
                "\u202eeve\"><script>",
                "<script>alert(2)</script>\u2066",
                "<img src=x onerror=alert(1)> dawn chorus \u202egnp.exe\u0000",
                "en\" onclick=\"x",
                "javascript:alert(3)",
                RunningConsole.NOW,
                List.of("dawn chorus"),
                0.99,
                List.of(new Contribution("keyword", "<script>", 1, 9)),
                "positive\"><script>",
                0.5,
                true,
                3);
    }
}
