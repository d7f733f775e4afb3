package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.queue.StageCount;
import dev.linnet.queue.Suggestion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other pages over HTTP, with a real database. */
class PagesITCase {
    private static final String EMERGING = "EMERGING:slow listening:1";

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
    void alertCarriesItsContext() {
        assertThat(console.page("/alerts"))
                .contains("“slow listening” is catching on", "<svg class=\"spark\"", "17 authors", "ten minutes")
                .contains("Slow listening is not a method", "Was this useful?", "Track it");
    }

    @Test
    void trackingAnAlertAddsItsKeywordAtOnce() {
        String page = console.follow(console.post("/alerts/track", Map.of("id", EMERGING)));

        assertThat(page).contains("Tracking “slow listening”");
        assertThat(console.newestEntry().act()).isEqualTo(Act.SET_KEYWORD);
        assertThat(console.newestEntry().subject()).isEqualTo("slow listening");
        assertThat(console.newestEntry().data()).containsEntry("weight", 1.0).containsEntry("priority", 0.0);
        assertThat(console.page("/keywords")).contains("slow listening", "8 keywords");
    }

    @Test
    void mutingSilencingAndJudgingAlertsAreActs() {
        console.post("/alerts/mute", Map.of("id", EMERGING));
        assertThat(console.newestEntry().act()).isEqualTo(Act.MUTE);
        console.post("/alerts/useful", Map.of("id", EMERGING));
        assertThat(console.newestEntry().act()).isEqualTo(Act.USEFUL);
        assertThat(console.page("/alerts")).contains("You called this useful.");
        console.post("/alerts/noise", Map.of("id", EMERGING));
        assertThat(console.newestEntry().act()).isEqualTo(Act.NOT_USEFUL);
        assertThat(console.page("/alerts")).contains("You called this noise.");
        console.post("/alerts/hide", Map.of("id", EMERGING));
        assertThat(console.newestEntry().act()).isEqualTo(Act.SILENCE);
        assertThat(console.page("/journal")).contains("hid alert");
        assertThat(console.page("/alerts")).doesNotContain("slow listening");
    }

    @Test
    void silencedKeywordIsNamedAndCanBeWokenAndWakesByItself() {
        String page = console.follow(console.post("/alerts/silence", Map.of("id", EMERGING, "hours", "24")));
        assertThat(page)
                .contains("No alerts on “slow listening” for 1 day.", "Silent for a time", "24 hours left")
                .doesNotContain("is catching on");
        assertThat(console.newestEntry().subject()).isEqualTo("slow listening");
        assertThat(console.newestEntry().data()).containsEntry("hours", 24.0);
        assertThat(console.page("/journal")).contains("silenced for 24 hours");

        console.post("/alerts/wake", Map.of("subject", "slow listening"));
        assertThat(console.page("/alerts")).contains("is catching on").doesNotContain("Silent for a time");
        console.post("/alerts/silence", Map.of("id", EMERGING, "hours", "1"));
        console.clock.advance(Duration.ofHours(1));
        assertThat(console.page("/alerts")).doesNotContain("Silent for a time");
    }

    @Test
    void silenceOfAnotherLengthIsExplainedAndChangesNothing() {
        for (String hours : List.of("", "2", "-1", "x")) {
            HttpResponse<String> response =
                    console.postByHtmx("/alerts/silence", Map.of("id", EMERGING, "hours", hours));
            assertThat(response.statusCode()).as(hours).isEqualTo(400);
            assertThat(response.body()).contains("A silence lasts 1, 24 or 168 hours");
        }
        assertThat(console.database.journal().last()).isZero();
    }

    @Test
    void pageTellsHowManyAlertsThereWereAndWhatCameOfThem() {
        console.post("/alerts/useful", Map.of("id", EMERGING));
        console.post("/alerts/mute", Map.of("id", "SPIKE:nightingale:1"));

        assertThat(console.page("/alerts"))
                .contains("Are they worth it?", "<td class=\"num\">3</td><td class=\"num\">3.0</td>")
                .contains("67 %", "1 useful, 0 noise");
    }

    @Test
    void unknownAlertIsNotFound() {
        assertThat(console.post("/alerts/mute", Map.of("id", "none")).statusCode())
                .isEqualTo(404);
        assertThat(console.database.journal().last()).isZero();
    }

    @Test
    void keywordIsNormalisedWhenAdded() {
        console.post("/keywords/set", Map.of("text", "  #Slow   Radio ", "weight", "2,5", "priority", "1"));

        assertThat(console.newestEntry().subject()).isEqualTo("slow radio");
        assertThat(console.newestEntry().data()).containsEntry("weight", 2.5).containsEntry("priority", 1.0);
        assertThat(console.page("/keywords?q=radio")).contains("slow radio", "1 of 8");
    }

    @Test
    void wrongWeightIsExplainedAndChangesNothing() {
        for (String weight : List.of("0", "-1", "NaN", "heavy", "101", "Infinity")) {
            HttpResponse<String> response =
                    console.postByHtmx("/keywords/set", Map.of("text", "slow radio", "weight", weight));
            assertThat(response.statusCode()).as(weight).isEqualTo(400);
            assertThat(response.body()).contains("A weight is a number above 0");
        }
        assertThat(console.database.journal().last()).isZero();
    }

    @Test
    void removedKeywordCanBePutBackAsItWas() {
        String page = console.postByHtmx("/keywords/remove", Map.of("text", "dawn chorus"))
                .body();

        assertThat(page)
                .contains("no longer tracked", "action=\"/keywords/set\"", "name=\"weight\" value=\"3\"")
                .contains("name=\"priority\" value=\"1\"");
        assertThat(console.page("/keywords")).contains("6 keywords");
        console.post("/keywords/set", Map.of("text", "dawn chorus", "weight", "3", "priority", "1"));
        assertThat(console.page("/keywords")).contains("7 keywords");
    }

    @Test
    void trustAndMuteGoBothWays() {
        console.post("/authors/trust", Map.of("author", "@Wren.Keeper"));
        assertThat(console.page("/keywords")).contains("@wren.keeper");
        console.post("/authors/untrust", Map.of("author", "wren.keeper"));
        assertThat(console.page("/keywords")).doesNotContain("wren.keeper");
        console.post("/topics/mute", Map.of("topic", "Giveaway"));
        assertThat(console.page("/keywords")).contains("Unmute giveaway");
        console.post("/topics/unmute", Map.of("topic", "giveaway"));
        assertThat(console.page("/keywords")).doesNotContain("giveaway");
        assertThat(console.database.journal().newest(4))
                .extracting(entry -> entry.act())
                .containsExactly(Act.UNMUTE, Act.MUTE, Act.UNTRUST, Act.TRUST);
    }

    @Test
    void weightsShowHowTheyCameAbout() {
        assertThat(console.page("/weights")).doesNotContain("class=\"trend\"");
        for (int i = 0; i < 60; i++) {
            Act act = i % 3 == 0 ? Act.REJECT : Act.APPROVE;
            console.database
                    .journal()
                    .append(
                            RunningConsole.NOW,
                            "author",
                            act,
                            "x:past" + i,
                            "",
                            Map.of("author:" + (act == Act.REJECT ? "dealsbot" : "ana.birds"), 1.0));
        }

        String page = console.page("/weights");

        // Authors begin at nought; what the job told last is where the line ends.
        assertThat(page).contains("began at 0.0, now −2.1", "began at 0.0, now +1.1");
        assertThat(page.split("class=\"trend\"", -1)).hasSizeGreaterThan(10);
    }

    @Test
    void weightsAreShownWithTheirDeviation() {
        assertThat(console.page("/weights")).contains("@dealsbot", "−2.1", "± 0.5", "3 decisions", "whisker");
    }

    @Test
    void journalTellsWhoWhatWhy() {
        console.post("/reject", Map.of("id", "x:1004", "why", "low-quality"));

        assertThat(console.page("/journal"))
                .contains("author", "rejected", "@nordwind", "crane migration", "Low quality");
    }

    @Test
    void balanceClosesOrTellsTheDifference() {
        assertThat(console.page("/status")).contains("48,211", "The balance closes", "42,877", "no keyword", "89 %");
        console.database.records().putCounts(List.of(new StageCount("read", "", 48_215)));
        assertThat(console.page("/status")).contains("4 records on the way");
    }

    @Test
    void searchTellsWhereAPostIs() {
        console.post("/reject", Map.of("id", "x:1004", "why", "tone"));

        assertThat(console.page("/status?q=CRANE")).contains("Rejected by author, just now");
        assertThat(console.page("/status?q=kitchen")).contains("In the queue, at 94 %");
        assertThat(console.page("/status?q=football")).contains("muted", "fantasy football");
        assertThat(console.page("/status?q=zeppelin")).contains("Nothing like it");
        assertThat(console.page("/status?reason=torn-json"))
                .contains("the dawn cho")
                .doesNotContain("Coffee first");
    }

    @Test
    void openPagesHearOfNewSuggestions() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url() + "/live"))
                .header("Accept", "text/event-stream")
                .build();
        console.page("/");
        CompletableFuture<HttpResponse<Stream<String>>> live =
                HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        Thread reader = new Thread(() -> live.join().body().forEach(heard::add));
        reader.setDaemon(true);
        reader.start();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> holds(heard, "\"open\":20"));

        console.database.suggestions().delete(List.of("x:1001"), RunningConsole.NOW);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> holds(heard, "\"open\":19"));
        console.database.suggestions().offer(List.of(renamed()));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> holds(heard, "\"arrived\":1"));
    }

    private static boolean holds(Queue<String> lines, String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    private static Suggestion renamed() {
        var like = new InventedData(RunningConsole.NOW).suggestions().get(0);
        return new Suggestion(
                "x:9001",
                like.platform(),
                like.author(),
                like.authorName(),
                like.text(),
                like.language(),
                like.url(),
                like.created(),
                like.keywords(),
                like.relevance(),
                like.explanation(),
                like.sentiment(),
                like.sentimentScore(),
                like.isVolatile(),
                like.reach());
    }
}
