package dev.linnet.review;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.Alert;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.KeywordMinute;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.StageCount;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.WeightRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** An invented author's queue: someone who writes on birds, sound and slow walking. */
final class InventedData {
    static final Vocabulary VOCABULARY = new Vocabulary(
            0,
            List.of(
                    new Keyword("dawn chorus", 3, true, List.of()),
                    new Keyword("field recording", 2, false, List.of()),
                    Keyword.of("hedgerow", 1.5),
                    Keyword.of("migration", 1),
                    Keyword.of("soundscape", 1.25),
                    Keyword.of("nightingale", 2),
                    Keyword.of("rewilding", 0.8)),
            Set.of("ana.birds", "marshwarden"),
            Set.of("fantasy football"));

    /** What the walkers tell; two of them say nearly what another said, and two share a link. */
    private static final List<String> WALKED = List.of(
            "Day 3 of walking slowly: the soundscape changes every mile, and the rewilding plots are the loudest.",
            "Rain on the rewilding side of the valley all night. Frogs first, owls second, me last.",
            "Nobody tells you that a soundscape has seams. I crossed four of them before lunch.",
            "The rewilding trust lent me an ear trumpet. It works better than my phone. https://valley.example/trumpet",
            "Slept under an ash. Its leaves make a soundscape of their own, like someone counting paper money.",
            "Map of where the old fence was: you can hear the rewilding start at the third post.",
            "Two hours with my eyes shut at the weir. Soundscape notes in the evening, when my hands are warm.",
            "Met a shepherd who calls rewilding by another word. It isn't printable, but it was said with love.",
            "Blisters: five. Yellowhammers: eleven. The soundscape wins on points.",
            "Walked back through the rewilding plots without a notebook, for once, and remember all of it.",
            "Which birds moved in first? The wardens keep a list for the rewilding, and it begins with a wren.",
            "Same trumpet, other ear, soundscape of a motorway. http://www.valley.example/trumpet/?utm_source=walk",
            "Day 9 of walking slowly: the soundscape changes every mile, and the rewilding plots are the loudest!",
            "Walking slowly: the soundscape changes every mile, and the rewilding plots are the loudest, honestly.");

    private final Instant now;

    InventedData(Instant now) {
        this.now = now;
    }

    /** Fills an empty database. */
    void fill(QueueDatabase database) {
        database.suggestions().offer(suggestions());
        database.alerts().put(alerts());
        database.records().putWeights(weights());
        database.records().putMinutes(minutes());
        database.records().putCounts(counts());
        database.records().keep(kept());
    }

    List<Suggestion> suggestions() {
        List<Suggestion> all = new ArrayList<>();
        all.add(suggestion(
                "x:1001",
                "ana.birds",
                "Ana Lindqvist",
                "Recorded the dawn chorus from my kitchen window this morning. 41 minutes, no edits. The blackbird starts at"
                        + " 3:52 and the wren answers at once, as if it had been waiting all night for someone to begin. #DawnChorus",
                List.of("dawn chorus"),
                0.94,
                "positive",
                0.62,
                false,
                214,
                14,
                reason("keyword", "dawn chorus", 1.9),
                reason("author", "ana.birds", 1.1),
                reason("hashtag", "dawnchorus", 0.5),
                reason("sentiment", "positive", 0.2),
                reason("reach", "hundreds", 0.15),
                reason("bias", "", -1.1)));
        all.add(suggestion(
                "bluesky:did:plc:inv/1002",
                "marshwarden",
                "The Marsh Warden",
                "Three nightingales singing in the hedgerow the council wanted to cut in April. They waited. This is what waiting"
                        + " sounds like.",
                List.of("nightingale", "hedgerow"),
                0.89,
                "positive",
                0.41,
                false,
                1_820,
                47,
                reason("keyword", "nightingale", 1.2),
                reason("keyword", "hedgerow", 0.8),
                reason("author", "marshwarden", 0.9),
                reason("phrase", "the council", -0.3),
                reason("bias", "", -1.1)));
        all.add(suggestion(
                "mastodon:1003",
                "tape.loops",
                "tape loops & co",
                "New essay: what a field recording leaves out. Every microphone is an opinion about what matters.",
                List.of("field recording"),
                0.78,
                "neutral",
                0.05,
                false,
                63,
                95,
                reason("keyword", "field recording", 1.4),
                reason("link", "essays.example", 0.6),
                reason("bias", "", -1.1)));
        all.add(suggestion(
                "x:1004",
                "nordwind",
                "Nordwind",
                "The crane migration over Rügen is early again, two weeks now. Somebody should be keeping count; luckily somebody is.",
                List.of("migration"),
                0.66,
                "neutral",
                -0.08,
                false,
                402,
                130,
                reason("keyword", "migration", 0.9),
                reason("phrase", "keeping count", 0.4),
                reason("bias", "", -1.1)));
        all.add(suggestion(
                "x:1005",
                "loudmouth",
                "LOUD MOUTH",
                "Who the hell mows a hedgerow in May? Damn it, there were eggs in there.",
                List.of("hedgerow"),
                0.58,
                "negative",
                -0.71,
                true,
                12_400,
                22,
                reason("keyword", "hedgerow", 0.8),
                reason("reach", "thousands", 0.3),
                reason("sentiment", "negative", -0.4),
                reason("bias", "", -1.1)));
        all.add(suggestion(
                "x:1006",
                "rtl_poet",
                "شاعر الفجر",
                "جوقة الفجر اليوم كانت أجمل من كل الموسيقى. dawn chorus",
                List.of("dawn chorus"),
                0.55,
                "unknown",
                0,
                false,
                8,
                260,
                reason("keyword", "dawn chorus", 1.3),
                reason("language", "ar", -0.2),
                reason("bias", "", -1.1)));
        for (int i = 0; i < 14; i++) {
            all.add(suggestion(
                    "x:11" + (10 + i),
                    "walker" + i,
                    "Walker " + (i + 1),
                    WALKED.get(i),
                    List.of("soundscape", "rewilding"),
                    0.54 - i * 0.02,
                    i % 3 == 0 ? "positive" : "neutral",
                    0.1,
                    false,
                    4 + i * 3L,
                    300 + i * 17,
                    reason("keyword", "soundscape", 0.7),
                    reason("keyword", "rewilding", 0.3),
                    reason("bias", "", -1.1)));
        }
        return all;
    }

    List<Alert> alerts() {
        return List.of(
                new Alert(
                        "EMERGING:slow listening:1",
                        Alert.Kind.EMERGING,
                        "warning",
                        "slow listening",
                        "“slow listening” is catching on among people you read",
                        "Nobody used it before Tuesday. In the last two hours 17 authors did, most of them beside “field recording”."
                                + "\nTrack it to see such posts, or mute it if it is not yours.",
                        ago(38),
                        null,
                        17,
                        0.4,
                        0.93,
                        List.of(0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 2.0, 1.0, 4.0, 6.0, 11.0, 17.0),
                        List.of(
                                new Alert.DrivingPost(
                                        "x:1",
                                        "tape.loops",
                                        "Slow listening is not a method. It is what happens when"
                                                + " you stop skipping.",
                                        "https://social.example/1"),
                                new Alert.DrivingPost(
                                        "x:2",
                                        "ana.birds",
                                        "Trying slow listening with my class today: ten minutes," + " one tree.",
                                        "https://social.example/2")),
                        List.of("field recording", "ten minutes", "class", "tree"),
                        17,
                        0.48),
                new Alert(
                        "SPIKE:nightingale:1",
                        Alert.Kind.SPIKE,
                        "critical",
                        "nightingale",
                        "“nightingale”: 6.2 × a usual Saturday morning",
                        "Usually 5 relevant posts in an hour at this time; now 31 by 28 authors, led by @marshwarden.",
                        ago(95),
                        ago(20),
                        31,
                        5,
                        0.97,
                        List.of(4.0, 5.0, 6.0, 4.0, 5.0, 7.0, 5.0, 12.0, 24.0, 31.0, 27.0, 12.0, 6.0),
                        List.of(new Alert.DrivingPost(
                                "x:3",
                                "marshwarden",
                                "Three nightingales singing in the hedgerow.",
                                "https://social.example/3")),
                        List.of("hedgerow", "council", "april"),
                        28,
                        0.22),
                new Alert(
                        "PRIORITY:dawn chorus:1",
                        Alert.Kind.PRIORITY,
                        "info",
                        "dawn chorus",
                        "Priority keyword “dawn chorus” was used by @ana.birds",
                        "One of your priority keywords. It was used 3 times in the last day.",
                        ago(200),
                        ago(190),
                        1,
                        0.2,
                        0.6,
                        List.of(0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0),
                        List.of(),
                        List.of(),
                        1,
                        0.6));
    }

    private List<WeightRow> weights() {
        return List.of(
                new WeightRow("keyword", "dawn chorus", 1.9, 0.25, 12),
                new WeightRow("keyword", "field recording", 1.4, 0.3, 9),
                new WeightRow("keyword", "nightingale", 1.2, 0.35, 6),
                new WeightRow("author", "ana.birds", 1.1, 0.4, 8),
                new WeightRow("author", "marshwarden", 0.9, 0.5, 5),
                new WeightRow("keyword", "hedgerow", 0.8, 0.45, 4),
                new WeightRow("keyword", "migration", 0.9, 0.7, 0),
                new WeightRow("link", "essays.example", 0.6, 0.8, 2),
                new WeightRow("phrase", "keeping count", 0.4, 0.9, 1),
                new WeightRow("keyword", "rewilding", -0.4, 0.3, 7),
                new WeightRow("sentiment", "negative", -0.4, 0.3, 10),
                new WeightRow("phrase", "giveaway", -1.3, 0.4, 5),
                new WeightRow("author", "dealsbot", -2.1, 0.5, 3),
                new WeightRow("bias", "", -1.1, 0.2, 30));
    }

    private List<KeywordMinute> minutes() {
        List<KeywordMinute> minutes = new ArrayList<>();
        Instant end = now.truncatedTo(ChronoUnit.MINUTES);
        int number = 0;
        for (Keyword keyword : VOCABULARY.keywords()) {
            number++;
            for (int ago = 180; ago >= 0; ago -= 3) {
                long posts = Math.round(2 + number + number * Math.sin((180 - ago) / (9.0 + number)) + (ago % 7) / 3.0);
                if (keyword.text().equals("nightingale") && ago < 60 && ago > 30) {
                    posts += 22;
                }
                minutes.add(new KeywordMinute(
                        keyword.text(),
                        end.minus(ago, ChronoUnit.MINUTES),
                        posts,
                        posts,
                        posts * 0.6,
                        0.2 - number * 0.05));
            }
        }
        minutes.sort(Comparator.comparing(KeywordMinute::minute));
        return minutes;
    }

    private static List<StageCount> counts() {
        return List.of(
                new StageCount("read", "", 48_211),
                new StageCount("delivered", "", 2_904),
                new StageCount("duplicate", "repost", 1_102),
                new StageCount("duplicate", "near-copy", 217),
                new StageCount("deleted", "", 93),
                new StageCount("filtered", "no-keyword", 42_877),
                new StageCount("filtered", "language", 811),
                new StageCount("filtered", "muted", 120),
                new StageCount("filtered", "profanity", 75),
                new StageCount("unparseable", "torn-json", 12));
    }

    private List<KeptRecord> kept() {
        List<KeptRecord> kept = new ArrayList<>();
        kept.add(new KeptRecord(
                "stream.json:99120", "unparseable", "torn-json", ago(3), "{\"id\":17,\"text\":\"the dawn cho"));
        kept.add(new KeptRecord(
                "x:2001",
                "filtered",
                "muted",
                ago(9),
                "My fantasy football team is called Dawn Chorus and it is losing."));
        kept.add(new KeptRecord(
                "x:2002", "filtered", "no-keyword", ago(11), "Good morning! Coffee first, then everything else."));
        kept.add(new KeptRecord(
                "x:2003", "filtered", "language", ago(18), "Die Nachtigall singt wieder im Park, jede Nacht."));
        return kept;
    }

    private static Contribution reason(String kind, String name, double amount) {
        return new Contribution(kind, name, 1, amount);
    }

    private Suggestion suggestion(
            String id,
            String author,
            String name,
            String text,
            List<String> keywords,
            double relevance,
            String sentiment,
            double score,
            boolean isVolatile,
            long reach,
            long minutesAgo,
            Contribution... reasons) {
        String platform = id.substring(0, id.indexOf(':'));
        String language = text.codePoints().anyMatch(point -> point > 0x600 && point < 0x700) ? "ar" : "en";
        return new Suggestion(
                id,
                platform,
                author,
                name,
                text,
                language,
                "https://social.example/" + author + "/" + id.hashCode(),
                ago(minutesAgo),
                keywords,
                relevance,
                List.of(reasons),
                sentiment,
                score,
                isVolatile,
                reach);
    }

    private Instant ago(long minutes) {
        return now.minus(minutes, ChronoUnit.MINUTES);
    }
}
