package dev.linnet.queue;

import static dev.linnet.queue.Samples.NOON;
import static dev.linnet.queue.Samples.alert;
import static dev.linnet.queue.Samples.suggestion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.queue.SuggestionQueue.OutcomeAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every queue database does, whichever server is behind it. */
abstract class QueueContract {
    private QueueDatabase database;
    private SuggestionQueue queue;
    private Journal journal;

    /** An empty database, the same one for the whole of a test. */
    abstract QueueSettings settings();

    @BeforeEach
    void openDatabase() {
        open(NOON);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    private void open(Instant now) {
        database = QueueDatabase.open(settings(), Clock.fixed(now, ZoneOffset.UTC));
        queue = database.suggestions();
        journal = database.journal();
    }

    @Test
    void suggestionComesBackAsItWentIn() {
        queue.offer(List.of(suggestion("x:1", 0.75)));

        assertThat(queue.find("x:1"))
                .contains(new QueuedSuggestion(suggestion("x:1", 0.75), SuggestionState.OPEN, NOON, null, null));
        assertThat(queue.find("x:2")).isEmpty();
    }

    @Test
    void openSuggestionsComeBestFirst() {
        queue.offer(List.of(suggestion("x:1", 0.3), suggestion("x:2", 0.9), suggestion("x:3", 0.6)));

        assertThat(ids(queue.open(2))).containsExactly("x:2", "x:3");
        assertThat(queue.countOpen()).isEqualTo(3);
    }

    @Test
    void withdrawnSuggestionMayComeAgainUnlessItWasDecided() {
        queue.offer(List.of(suggestion("x:1", 0.3), suggestion("x:2", 0.9)));
        queue.approve("x:2", "ann", NOON);

        queue.withdraw(List.of("x:1", "x:2", "x:9"));
        assertThat(queue.find("x:1")).isEmpty();
        assertThat(queue.find("x:2")).get().extracting(QueuedSuggestion::state).isEqualTo(SuggestionState.APPROVED);

        queue.offer(List.of(suggestion("x:1", 0.5)));
        assertThat(ids(queue.open(10))).containsExactly("x:1");
    }

    @Test
    void offerAgainRenewsRelevanceAndReach() {
        queue.offer(List.of(suggestion("x:1", 0.3, 5), suggestion("x:1", 0.4, 2)));
        queue.offer(List.of(suggestion("x:1", 0.5, 4)));

        assertThat(queue.open(10)).singleElement().satisfies(queued -> {
            assertThat(queued.suggestion().relevance()).isEqualTo(0.5);
            // A near-copy that was deleted takes its reposts with it.
            assertThat(queued.suggestion().reach()).isEqualTo(4);
        });
    }

    @Test
    void whatWaitsTooLongExpiresAndNeverReturns() {
        queue.offer(List.of(suggestion("x:1", 0.3), suggestion("x:2", 0.9)));
        queue.approve("x:2", "ann", NOON);

        assertThat(queue.expire(NOON, NOON)).as("none is older").isZero();
        assertThat(queue.expire(NOON.plusSeconds(1), NOON.plusSeconds(60))).isEqualTo(1);
        assertThat(queue.expire(NOON.plusSeconds(1), NOON.plusSeconds(60)))
                .as("once")
                .isZero();
        queue.offer(List.of(suggestion("x:1", 0.99)));

        assertThat(queue.open(10)).isEmpty();
        assertThat(ids(queue.decided(10))).containsExactly("x:2");
        assertThat(queue.find("x:1")).get().extracting(QueuedSuggestion::state).isEqualTo(SuggestionState.EXPIRED);
        assertThat(queue.undo("x:1", "ann", NOON)).isEmpty();
        assertThat(database.journal().newest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo(Act.EXPIRE);
            assertThat(entry.who()).isEqualTo("linnet/expiry");
            assertThat(entry.data().keySet()).anyMatch(key -> key.contains(":"));
        });

        queue.delete(List.of("x:1"), NOON);
        assertThat(database.journal().newest(1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).isEmpty());
    }

    @Test
    void expiryWhileNobodyDecidedCarriesNoFeatures() {
        queue.offer(List.of(suggestion("x:1", 0.3)));

        queue.expire(NOON.plusSeconds(1), NOON.plusSeconds(60));

        assertThat(database.journal().newest(1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).containsOnlyKeys("latency"));
    }

    @Test
    void conversationThatWasDecidedIsNotOfferedUntilTheDecisionIsTakenBack() {
        queue.offer(List.of(suggestion("x:1", 0.5), suggestion("x:2", 0.9, "x:1"), suggestion("x:9", 0.1)));
        queue.reject("x:2", "ann", "off topic", NOON);
        queue.offer(List.of(suggestion("x:3", 0.8, "x:1")));

        assertThat(ids(queue.open(10))).containsExactly("x:9");
        assertThat(ids(queue.settled(10))).containsExactly("x:3", "x:1");
        assertThat(queue.countOpen()).isEqualTo(1);

        queue.undo("x:2", "ann", NOON);
        assertThat(ids(queue.open(10))).containsExactly("x:2", "x:3", "x:1", "x:9");
        assertThat(queue.settled(10)).isEmpty();
    }

    @Test
    void linkThatWasDecidedIsNotOfferedAgain() {
        queue.offer(List.of(
                suggestion("x:1", 0.5, "x:1", "moss.example/a", "moss.example/b"),
                suggestion("x:2", 0.4, "x:2", "moss.example/b"),
                suggestion("x:3", 0.3, "x:3", "moss.example/c")));
        queue.approve("x:1", "ann", NOON);
        queue.offer(List.of(suggestion("x:4", 0.9, "x:4", "moss.example/a")));

        assertThat(ids(queue.open(10))).containsExactly("x:3");
        assertThat(ids(queue.settled(10))).containsExactly("x:4", "x:2");
        assertThat(queue.find("x:1"))
                .get()
                .satisfies(queued ->
                        assertThat(queued.suggestion().links()).containsExactly("moss.example/a", "moss.example/b"));

        queue.delete(List.of("x:1"), NOON);
        assertThat(ids(queue.open(10)))
                .as("a deletion takes the decision along")
                .containsExactly("x:4", "x:2", "x:3");
    }

    @Test
    void chainOfAnswersIsOneConversationInWhateverOrderItComes() {
        List<Suggestion> chain = List.of(
                suggestion("x:1", 0.9),
                suggestion("x:2", 0.8, "x:1"),
                suggestion("x:3", 0.7, "x:2"),
                suggestion("x:4", 0.6, "x:3"));
        for (List<Integer> order : orders(List.of(0, 1, 2, 3))) {
            for (boolean together : new boolean[] {true, false}) {
                List<Suggestion> ordered = order.stream().map(chain::get).toList();
                if (together) {
                    queue.offer(ordered);
                } else {
                    ordered.forEach(one -> queue.offer(List.of(one)));
                }
                assertThat(queue.open(10))
                        .as("%s %s", order, together)
                        .extracting(queued -> queued.suggestion().conversation())
                        .containsExactly("x:1", "x:1", "x:1", "x:1");
                queue.withdraw(List.of("x:1", "x:2", "x:3", "x:4"));
            }
        }
    }

    private static List<List<Integer>> orders(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : items) {
            List<Integer> others = new ArrayList<>(items);
            others.remove(first);
            for (List<Integer> rest : orders(others)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    @Test
    void answersThatGoInACircleAreOneConversation() {
        queue.offer(List.of(suggestion("x:1", 0.9, "x:2"), suggestion("x:2", 0.8, "x:1")));
        queue.offer(List.of(suggestion("x:1", 0.9, "x:2")));

        assertThat(queue.open(10))
                .extracting(queued -> queued.suggestion().conversation())
                .containsExactly("x:2", "x:2");
    }

    @Test
    void withdrawnSuggestionLeavesNoLinkBehind() {
        queue.offer(List.of(suggestion("x:1", 0.9, "x:1", "moss.example/a")));
        queue.withdraw(List.of("x:1"));
        queue.offer(List.of(suggestion("x:1", 0.9), suggestion("x:2", 0.8, "x:2", "moss.example/a")));
        queue.reject("x:1", "ann", "", NOON);

        assertThat(ids(queue.open(10))).containsExactly("x:2");
    }

    @Test
    void expiryOfWhatWasNotOfferedTeachesNothing() {
        queue.offer(List.of(suggestion("x:1", 0.9), suggestion("x:2", 0.8, "x:1")));
        queue.approve("x:1", "ann", NOON);

        queue.expire(NOON.plusSeconds(1), NOON.plusSeconds(60));

        assertThat(journal.newest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("x:2");
            assertThat(entry.data()).containsOnlyKeys("latency");
        });
    }

    @Test
    void figuresOfWhatWasSharedAreNotedOnce() {
        queue.offer(List.of(suggestion("x:1", 0.3), suggestion("x:2", 0.9)));
        queue.approve("x:1", "ann", NOON);
        Map<String, Double> figures = Map.of("reposts", 3.0, "likes", 9.0);

        assertThat(queue.outcome("x:1", figures, "ann", NOON)).isEqualTo(OutcomeAnswer.NOTED);
        assertThat(queue.outcome("x:1", figures, "ann", NOON)).isEqualTo(OutcomeAnswer.KNOWN);
        assertThat(queue.outcome("x:1", Map.of("reposts", 4.0), "ann", NOON)).isEqualTo(OutcomeAnswer.NOTED);
        assertThat(queue.outcome("x:2", figures, "ann", NOON)).isEqualTo(OutcomeAnswer.NOT_APPROVED);
        assertThat(queue.outcome("x:9", figures, "ann", NOON)).isEqualTo(OutcomeAnswer.NOT_APPROVED);

        assertThat(database.journal().after(1, 10))
                .extracting(JournalEntry::act)
                .containsExactly(Act.OUTCOME, Act.OUTCOME);
    }

    @Test
    void rejectedPostNeverReturns() {
        queue.offer(List.of(suggestion("x:1", 0.3)));
        queue.reject("x:1", "ann", "off topic", NOON);
        queue.offer(List.of(suggestion("x:1", 0.99)));

        assertThat(queue.open(10)).isEmpty();
        assertThat(queue.decided(10)).singleElement().satisfies(queued -> {
            assertThat(queued.state()).isEqualTo(SuggestionState.REJECTED);
            assertThat(queued.suggestion().relevance()).isEqualTo(0.3);
            assertThat(queued.decidedBy()).isEqualTo("ann");
            assertThat(queued.decided()).isEqualTo(NOON);
        });
    }

    @Test
    void decisionCarriesItsFeaturesAndItsWaitToTheJournal() {
        queue.offer(List.of(suggestion("x:1", 0.3)));

        Instant later = NOON.plusSeconds(90);
        Optional<JournalEntry> approval = queue.approve("x:1", "ann", later);

        assertThat(approval)
                .contains(new JournalEntry(
                        1,
                        later,
                        "ann",
                        Act.APPROVE,
                        "x:1",
                        "",
                        Map.of("keyword:stream processing", 1.0, "author:wren", 1.0, "latency", 90.0)));
        assertThat(journal.after(0, 10)).containsExactly(approval.orElseThrow());
        assertThat(journal.last()).isEqualTo(1);
    }

    @Test
    void undoOpensAgainAndNamesWhatItTakesBack() {
        queue.offer(List.of(suggestion("x:1", 0.3)));
        journal.append(NOON, "ann", Act.TRUST, "wren", "", Map.of());
        queue.reject("x:1", "ann", "tone", NOON);

        JournalEntry undo = queue.undo("x:1", "bob", NOON).orElseThrow();

        assertThat(undo.why()).isEqualTo("reject");
        assertThat(undo.data()).isEqualTo(Map.of("keyword:stream processing", 1.0, "author:wren", 1.0, "undoes", 2.0));
        assertThat(ids(queue.open(10))).containsExactly("x:1");
        assertThat(queue.decided(10)).isEmpty();
        assertThat(queue.undo("x:1", "bob", NOON)).isEmpty();
        assertThat(queue.approve("x:1", "bob", NOON)).isPresent();
    }

    @Test
    void decisionOnSomethingUnknownIsNone() {
        assertThat(queue.approve("x:404", "ann", NOON)).isEmpty();
        assertThat(queue.undo("x:404", "ann", NOON)).isEmpty();
        assertThat(journal.last()).isZero();
    }

    @Test
    void twoReviewersAtOnceMakeOneDecision() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = "x:" + round;
            queue.offer(List.of(suggestion(id, 0.5)));
            try (QueueDatabase other = QueueDatabase.open(settings())) {
                List<Optional<JournalEntry>> made = atOnce(List.of(
                        () -> queue.approve(id, "ann", NOON),
                        () -> other.suggestions().reject(id, "bob", "tone", NOON),
                        () -> queue.approve(id, "ann", NOON)));
                assertThat(made.stream().filter(Optional::isPresent)).hasSize(1);
            }
        }
        assertThat(journal.last()).isEqualTo(20);
    }

    @Test
    void readerAtTheTailSeesEveryNumberOnceInOrder() throws Exception {
        int writers = 4;
        int each = 60;
        try (QueueDatabase other = QueueDatabase.open(settings())) {
            List<Callable<List<Long>>> all = new ArrayList<>();
            all.add(() -> tail(writers * each));
            for (int w = 0; w < writers; w++) {
                Journal to = w % 2 == 0 ? journal : other.journal();
                String who = "writer " + w;
                all.add(() -> IntStream.range(0, each)
                        .mapToObj(i -> to.append(NOON, who, Act.MUTE, "topic", "", Map.of())
                                .sequence())
                        .toList());
            }
            List<List<Long>> seen = atOnce(all);

            List<Long> expected =
                    LongStream.rangeClosed(1, writers * each).boxed().toList();
            assertThat(seen.get(0)).isEqualTo(expected);
            assertThat(seen.subList(1, seen.size()).stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private List<Long> tail(int count) {
        List<Long> seen = new ArrayList<>();
        long last = 0;
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (seen.size() < count && System.nanoTime() < deadline) {
            for (JournalEntry entry : journal.after(last, 7)) {
                seen.add(entry.sequence());
                last = entry.sequence();
            }
        }
        return seen;
    }

    @Test
    void deletedPostIsGoneEverywhereAndStaysAway() {
        queue.offer(List.of(suggestion("x:1", 0.5), suggestion("x:2", 0.4)));
        queue.approve("x:1", "ann", NOON);
        queue.undo("x:1", "ann", NOON);
        queue.reject("x:1", "ann", "tone", NOON);
        queue.approve("x:2", "ann", NOON);
        database.alerts().put(List.of(alert("spike:late data:1", NOON)));
        database.records().keep(List.of(new KeptRecord("x:1", "filtered", "muted", NOON, "so late")));

        queue.delete(List.of("x:1", "x:1"), NOON);
        queue.offer(List.of(suggestion("x:1", 0.9)));
        database.alerts().put(List.of(alert("spike:late data:2", NOON)));
        database.records().keep(List.of(new KeptRecord("x:1", "filtered", "muted", NOON, "so late")));

        assertThat(queue.find("x:1")).isEmpty();
        assertThat(queue.open(10)).isEmpty();
        assertThat(ids(queue.decided(10))).containsExactly("x:2");
        assertThat(queue.undo("x:1", "ann", NOON)).isEmpty();
        assertThat(journal.after(0, 10))
                .extracting(JournalEntry::act)
                .containsExactly(Act.APPROVE, Act.UNDO, Act.REJECT, Act.APPROVE, Act.FORGET);
        assertThat(journal.newest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.subject()).isEqualTo("x:1");
            assertThat(entry.who()).isEqualTo("linnet/deletion");
        });
        queue.delete(List.of("x:1", "x:9"), NOON);
        assertThat(journal.last()).as("there is nothing more to forget").isEqualTo(5);
        assertThat(journal.after(0, 3))
                .allSatisfy(entry -> assertThat(entry.data()).isEmpty());
        assertThat(journal.after(3, 1))
                .allSatisfy(entry -> assertThat(entry.data()).isNotEmpty());
        assertThat(database.alerts().newest(10))
                .hasSize(2)
                .allSatisfy(alert -> assertThat(alert.posts())
                        .extracting(Alert.DrivingPost::id)
                        .containsExactly("x:2"));
        assertThat(database.records().kept("filtered", 10)).isEmpty();
    }

    @Test
    void deletionOfKnownPostsLeavesNoTraceOfTheOthers() {
        queue.offer(List.of(suggestion("x:1", 0.5), suggestion("x:2", 0.4), suggestion("x:3", 0.3)));
        queue.approve("x:2", "ann", NOON);
        queue.reject("x:3", "ann", "tone", NOON);
        queue.undo("x:3", "ann", NOON);
        queue.withdraw(List.of("x:3"));
        database.records().keep(List.of(new KeptRecord("x:4", "filtered", "muted", NOON, "so late")));
        List<String> ids =
                IntStream.rangeClosed(1, 2_500).mapToObj(i -> "x:" + i).toList();

        assertThat(queue.deleteKnown(ids, NOON)).isEqualTo(4);

        queue.offer(List.of(suggestion("x:1", 0.9), suggestion("x:3", 0.9), suggestion("x:9", 0.9)));
        assertThat(ids(queue.open(10))).containsExactly("x:9");
        assertThat(queue.decided(10)).isEmpty();
        assertThat(journal.after(0, 10))
                .allSatisfy(entry -> assertThat(entry.data()).isEmpty());
        assertThat(database.records().kept("filtered", 10)).isEmpty();
        assertThat(queue.deleteKnown(List.of(), NOON)).isZero();
    }

    @Test
    void deletionOfKnownPostsTakesThemOutOfAlerts() {
        database.alerts().put(List.of(alert("spike:late data:1", NOON)));

        assertThat(queue.deleteKnown(List.of("x:1", "x:404"), NOON)).isEqualTo(1);

        assertThat(database.alerts().newest(10))
                .singleElement()
                .satisfies(alert -> assertThat(alert.posts())
                        .extracting(Alert.DrivingPost::id)
                        .containsExactly("x:2"));
    }

    @Test
    void deletionThatComesFirstWins() {
        queue.delete(List.of("x:1"), NOON);
        queue.offer(List.of(suggestion("x:1", 0.9), suggestion("x:2", 0.8)));

        assertThat(ids(queue.open(10))).containsExactly("x:2");
    }

    @Test
    void deletionWinsOverAnOfferUnderWay() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = "x:" + round;
            try (QueueDatabase other = QueueDatabase.open(settings())) {
                atOnce(List.of(
                        () -> {
                            queue.offer(List.of(suggestion(id, 0.5)));
                            return 1;
                        },
                        () -> {
                            other.suggestions().delete(List.of(id), NOON);
                            return 1;
                        }));
            }
        }
        assertThat(queue.open(100)).isEmpty();
    }

    @Test
    void tombstonesGoAfter400Days() {
        queue.delete(List.of("x:1"), Instant.EPOCH);
        reopen(NOON.plus(Duration.ofDays(399)));
        queue.delete(List.of("x:2"), Instant.EPOCH);
        queue.offer(List.of(suggestion("x:1", 0.9)));
        assertThat(queue.open(10)).isEmpty();

        reopen(NOON.plus(Duration.ofDays(401)));
        queue.delete(List.of("x:3"), Instant.EPOCH);
        queue.offer(List.of(suggestion("x:1", 0.9), suggestion("x:2", 0.9)));
        assertThat(ids(queue.open(10))).containsExactly("x:1");
    }

    private void reopen(Instant now) {
        database.close();
        open(now);
    }

    @Test
    void everythingIsThereAfterOpeningAgain() {
        queue.offer(List.of(suggestion("x:1", 0.5), suggestion("x:2", 0.4)));
        queue.approve("x:1", "ann", NOON);
        reopen(NOON);

        assertThat(ids(queue.open(10))).containsExactly("x:2");
        assertThat(journal.newest(5)).extracting(JournalEntry::subject).containsExactly("x:1");
    }

    @Test
    void alertIsReplacedByItsIdAndStaysSilenced() {
        AlertBook alerts = database.alerts();
        Alert first = alert("spike:a:1", NOON);
        Alert later = alert("spike:b:2", NOON.plusSeconds(60));
        alerts.put(List.of(first, later, first));

        assertThat(alerts.newest(10)).containsExactly(later, first);
        assertThat(alerts.find("spike:a:1")).contains(first);

        assertThat(alerts.silence("spike:a:1", "ann", NOON).orElseThrow().act()).isEqualTo(Act.SILENCE);
        assertThat(alerts.silence("spike:a:1", "ann", NOON)).isEmpty();
        assertThat(alerts.silence("spike:z:9", "ann", NOON)).isEmpty();
        alerts.put(List.of(first));
        assertThat(alerts.newest(10)).containsExactly(later);
        assertThat(journal.last()).isEqualTo(1);

        alerts.forgetPosts(List.of("x:1", "x:2"));
        assertThat(alerts.find("spike:b:2").orElseThrow().posts()).isEmpty();
    }

    @Test
    void balanceNeverGoesBackUntilItIsCleared() {
        JobRecords records = database.records();
        records.putCounts(List.of(new StageCount("read", "", 10), new StageCount("filtered", "muted", 4)));
        records.putCounts(List.of(new StageCount("read", "", 8), new StageCount("filtered", "muted", 5)));
        assertThat(records.counts())
                .containsExactly(new StageCount("filtered", "muted", 5), new StageCount("read", "", 10));

        records.clearCounts();
        assertThat(records.counts()).isEmpty();
    }

    @Test
    void weightsComeLargestFirst() {
        JobRecords records = database.records();
        records.putWeights(
                List.of(new WeightRow("keyword", "late", 0.5, 1, 2), new WeightRow("author", "wren", -2, 1, 3)));
        records.putWeights(List.of(new WeightRow("keyword", "late", 0.75, 0.5, 3)));

        assertThat(records.weights(10))
                .containsExactly(
                        new WeightRow("author", "wren", -2, 1, 3), new WeightRow("keyword", "late", 0.75, 0.5, 3));
        assertThat(records.weights(1)).hasSize(1);
    }

    @Test
    void newest1440MinutesOfAKeywordAreKept() {
        Instant start = Instant.parse("2026-03-01T00:00:00Z");
        JobRecords records = database.records();
        records.putMinutes(IntStream.range(0, 1_445)
                .mapToObj(i -> new KeywordMinute("late", start.plusSeconds(60L * i), 2, 1, 0.5, i < 1_443 ? 0 : 1))
                .toList());
        records.putMinutes(List.of(new KeywordMinute("early", start, 1, 1, 2_000, 0.5)));

        assertThat(records.minutes("late", 2_000)).hasSize(1_440);
        assertThat(records.minutes("late", 2))
                .extracting(KeywordMinute::minute)
                .containsExactly(start.plusSeconds(60 * 1_443), start.plusSeconds(60 * 1_444));
        assertThat(records.keywordTotals(10))
                .containsExactly(
                        new JobRecords.KeywordTotal("early", 1, 2_000, 0.5),
                        new JobRecords.KeywordTotal("late", 2_880, 720, 2 / 1_440.0));
    }

    @Test
    void newest1000RecordsOfEachReasonAreKept() {
        JobRecords records = database.records();
        records.keep(IntStream.range(0, 1_005).mapToObj(i -> kept("muted", i)).toList());
        records.keep(List.of(kept("no-keyword", 0), kept("muted", 1_004)));

        List<KeptRecord> found = records.kept("filtered", 2_000);
        assertThat(found).hasSize(1_001);
        assertThat(found.get(0)).isEqualTo(kept("muted", 1_004));
        assertThat(found).contains(kept("no-keyword", 0), kept("muted", 5)).doesNotContain(kept("muted", 4));
    }

    private static KeptRecord kept(String reason, int i) {
        return new KeptRecord("file:" + reason + ":" + i, "filtered", reason, NOON.plusSeconds(i), "line " + i);
    }

    @Test
    void hostileTextComesBackInert() {
        Suggestion plain = suggestion("x:1", 0.5);
        String hostile = "'; DROP TABLE journal; -- :id <img onerror=x> \u202E \0 ?";
        queue.offer(List.of(new Suggestion(
                "x:1",
                "x",
                hostile,
                hostile,
                hostile,
                "und",
                hostile,
                NOON,
                List.of(hostile),
                0.5,
                plain.explanation(),
                "unknown",
                0,
                false,
                0)));

        Suggestion found = queue.find("x:1").orElseThrow().suggestion();
        assertThat(found.text()).isEqualTo(hostile.replace('\0', '\uFFFD'));
        assertThat(found.keywords()).containsExactly(hostile);
        assertThat(queue.reject("x:1", hostile, hostile, NOON)).isPresent();
        assertThat(journal.newest(1).get(0).why()).isEqualTo(found.text());
    }

    @Test
    void notANumberIsRefusedByName() {
        assertThatThrownBy(() -> queue.offer(List.of(suggestion("x:1", 0.5), suggestion("x:2", Double.NaN))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("relevance of x:2");
        assertThat(queue.countOpen()).isZero();
    }

    @Test
    void databaseIsMadeOnceWhenSeveralOpenItAtOnce() throws Exception {
        List<Callable<Long>> openers = IntStream.range(0, 4)
                .<Callable<Long>>mapToObj(i -> () -> {
                    try (QueueDatabase opened = QueueDatabase.open(settings())) {
                        return opened.journal().last();
                    }
                })
                .toList();
        assertThat(atOnce(openers)).containsOnly(0L);
    }

    static <T> List<T> atOnce(List<? extends Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> ids(List<QueuedSuggestion> queued) {
        return queued.stream().map(q -> q.suggestion().id()).toList();
    }

    @Test
    void eachReceiverIsToldOfAnOpeningAndAnEnd() {
        AlertBook alerts = database.alerts();
        Alert open = alert("spike:late data:1", NOON);
        alerts.put(List.of(open, alert("spike:late data:0", NOON.minusSeconds(60))));
        assertThat(alerts.untold("slack", NOON, 10)).extracting(Alert::id).containsExactly(open.id());

        alerts.told("slack", open);
        assertThat(alerts.untold("slack", NOON, 10)).isEmpty();
        assertThat(alerts.untold("hook", NOON, 10)).hasSize(1);

        Alert closed = open.closedAt(NOON.plusSeconds(60));
        alerts.put(List.of(closed));
        assertThat(alerts.untold("slack", NOON, 10)).extracting(Alert::closed).containsExactly(NOON.plusSeconds(60));
        alerts.told("slack", closed);
        assertThat(alerts.untold("slack", NOON, 10)).isEmpty();

        alerts.silence(open.id(), "ana", NOON);
        assertThat(alerts.untold("hook", NOON, 10)).isEmpty();
    }

    @Test
    void receiverIsToldOfTheEndOfAnAlertWhoseOpeningIsNoNewsAnyMore() {
        AlertBook alerts = database.alerts();
        Alert open = alert("mood:late data:1", NOON.minusSeconds(600));
        alerts.put(List.of(open));
        alerts.told("slack", open);

        alerts.put(List.of(open.closedAt(NOON.plusSeconds(60))));

        assertThat(alerts.untold("slack", NOON, 10)).extracting(Alert::id).containsExactly(open.id());
        assertThat(alerts.untold("hook", NOON, 10)).isEmpty();
        assertThat(alerts.untold("slack", NOON.plusSeconds(61), 10)).isEmpty();
    }

    @Test
    void silenceOfASubjectEndsByItself() {
        AlertBook alerts = database.alerts();
        Alert lasting = alert("spike:late data:1", NOON.minusSeconds(60));
        String subject = lasting.subject();
        alerts.put(List.of(lasting));
        JournalEntry act = alerts.silence(subject, "ana", NOON, Duration.ofHours(1), Alert.cause(lasting.id()));
        alerts.put(List.of(alert("spike:late data:2", NOON.plusSeconds(60))));

        assertThat(act.act()).isEqualTo(Act.SILENCE);
        assertThat(act.data()).containsEntry(JournalEntry.HOURS, 1.0);
        assertThat(alerts.newest(10)).isEmpty();
        assertThat(alerts.untold("hook", NOON.minusSeconds(600), 10)).isEmpty();
        assertThat(alerts.silences(NOON)).containsExactly(new Silence(subject, NOON.plusSeconds(3600)));

        Alert after = alert("spike:late data:3", NOON.plusSeconds(3600));
        alerts.put(List.of(after));
        assertThat(alerts.newest(10)).containsExactly(after);
        assertThat(alerts.silences(NOON.plusSeconds(3600))).isEmpty();
    }

    @Test
    void silenceThatIsTakenBackShowsWhatLasts() {
        AlertBook alerts = database.alerts();
        Alert lasting = alert("spike:late data:1", NOON.minusSeconds(60));
        alerts.put(List.of(lasting));
        alerts.silence(lasting.subject(), "ana", NOON, Duration.ofDays(7), "");
        alerts.silence(lasting.subject(), "ana", NOON.plusSeconds(1), Duration.ZERO, "");

        assertThat(alerts.newest(10)).containsExactly(lasting);
        assertThat(alerts.silences(NOON)).isEmpty();
        assertThat(journal.newest(1).get(0).data()).containsEntry(JournalEntry.HOURS, 0.0);
    }

    @Test
    void tallyTellsHowManyAlertsWereActedOn() {
        AlertBook alerts = database.alerts();
        alerts.put(List.of(
                alert("spike:a:0", NOON.minusSeconds(1)),
                alert("spike:a:1", NOON),
                alert("spike:b:2", NOON.plusSeconds(1)),
                alert("spike:c:3", NOON.plusSeconds(2)),
                alert("spike:d:4", NOON.plusSeconds(3))));
        journal.append(NOON, "ana", Act.USEFUL, "spike:a:1", "", Map.of());
        journal.append(NOON, "ana", Act.NOT_USEFUL, "spike:a:1", "", Map.of());
        journal.append(NOON, "ana", Act.MUTE, "b", Alert.cause("spike:b:2"), Map.of());
        journal.append(NOON, "ana", Act.MUTE, "c", "", Map.of());
        alerts.silence("spike:d:4", "ana", NOON);

        assertThat(alerts.tally(NOON)).isEqualTo(new AlertTally(4, 3, 0, 1, NOON));
        assertThat(alerts.tally(NOON.plusSeconds(60))).isEqualTo(new AlertTally(0, 0, 0, 0, null));
    }
}
