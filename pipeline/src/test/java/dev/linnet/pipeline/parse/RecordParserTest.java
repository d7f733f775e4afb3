package dev.linnet.pipeline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.post.Platform;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.post.PostEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {
    /** 2026-03-01T08:00:00.123Z as an X id. */
    private static final String ID = "2028017393980145664";

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.123Z");

    private static final String STATUS = """
            {"created_at":"Sun Mar 01 08:00:00 +0000 2026","id":2028017393980145664,"id_str":"2028017393980145664",
            "text":"Swifts &amp; swallows over the roof caf\\u00e9 #Swift2026","source":"<a>x</a>",
            "user":{"id":7,"screen_name":"Wren_Field","name":"Wren \\ud83d\\udc26","followers_count":321,
            "created_at":"Sun Mar 01 08:00:00 +0000 2015"},"retweet_count":4,"favorite_count":9,
            "entities":{"hashtags":[{"text":"Swift2026","indices":[1,2]}],
            "urls":[{"url":"https://t.co/a","expanded_url":"https://birds.example/swifts"}]},
            "lang":"in","timestamp_ms":"1772352000123"}""";

    private final RecordParser parser = new RecordParser();

    private Parsed parse(String json) {
        byte[] record = ("~" + json + "~").getBytes(StandardCharsets.UTF_8);
        return parser.parse(record, 1, record.length - 1);
    }

    private Post post(String json) {
        return parse(json).requireEvent().requirePost();
    }

    @Test
    void readsStatusOfX() {
        assertThat(post(STATUS))
                .isEqualTo(new Post(
                        Platform.X,
                        ID,
                        "wren_field",
                        "Wren \uD83D\uDC26",
                        "Swifts & swallows over the roof café #Swift2026",
                        AT,
                        "id",
                        4,
                        9,
                        321,
                        List.of("https://birds.example/swifts"),
                        List.of("Swift2026"),
                        "https://x.com/Wren_Field/status/" + ID,
                        "",
                        "",
                        AT,
                        null));
    }

    @Test
    void takesExtendedTextWithItsEntitiesWhereverItStands() {
        String whole =
                "\"extended_tweet\":{\"full_text\":\"the whole song\",\"entities\":{\"hashtags\":[{\"text\":\"song\"}]}},";

        Post before = post(STATUS.replace("\"text\":", whole + "\"text\":"));
        Post after = post(STATUS.replace("\"lang\":", whole + "\"lang\":"));

        assertThat(before.text()).isEqualTo("the whole song");
        assertThat(before.hashtags()).containsExactly("song");
        assertThat(before.links()).isEmpty();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void repostBringsTheOriginal() {
        String repost = """
                {"created_at":"Sun Mar 01 09:00:00 +0000 2026","id_str":"2028032493474545664","text":"RT @Wren_Field: Swifts",
                "user":{"screen_name":"Robin","followers_count":5},"lang":"en","retweeted_status":%s,
                "quoted_status":{"id_str":"1","text":"other","user":{"screen_name":"no"}}}""".formatted(STATUS);

        PostEvent event = parse(repost).requireEvent();
        Post post = event.requirePost();

        assertThat(event.key()).isEqualTo("x:" + ID);
        assertThat(post.author()).isEqualTo("wren_field");
        assertThat(post.via()).isEqualTo("robin");
        assertThat(post.viaId()).isEqualTo("2028032493474545664");
        assertThat(post.created()).isEqualTo(AT);
        assertThat(post.reposts()).isEqualTo(4);
        assertThat(post.arrived()).isEqualTo(event.at()).isEqualTo(Instant.parse("2026-03-01T09:00:00.123Z"));
    }

    @Test
    void answerOfXBelongsToWhatItAnswersAndAnyOtherPostToItself() {
        String answer = STATUS.replace("\"lang\":", "\"in_reply_to_status_id_str\":\"2028017393980145000\",\"lang\":");
        String first = STATUS.replace("\"lang\":", "\"in_reply_to_status_id_str\":null,\"lang\":");

        assertThat(post(answer).conversation()).isEqualTo("2028017393980145000");
        assertThat(post(first).conversation()).isEqualTo(ID);
        assertThat(post(STATUS).conversation()).isEqualTo(ID);
    }

    @Test
    void conversationOfAnEndlessNameIsNone() {
        String answer =
                STATUS.replace("\"lang\":", "\"in_reply_to_status_id_str\":\"" + "7".repeat(10_000) + "\",\"lang\":");

        assertThat(post(answer).conversation()).isEqualTo(ID);
    }

    @Test
    void idThatHoldsNoTimeLeavesCreatedAt() {
        Post post = post(STATUS.replace(ID, "4711"));

        assertThat(post.created()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    }

    @Test
    void idWhoseTimeDisagreesIsNoSnowflake() {
        Post post = post(STATUS.replace(ID, "1028017393980145664"));

        assertThat(post.created()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"delete\":{\"status\":{\"id\":2028017393980145664,\"user_id\":7,\"id_str\":\"2028017393980145664\",\"user_id_str\":\"7\"}}}",
                "{\"delete\":{\"status\":{\"id\":2028017393980145664,\"id_str\":\"2028017393980145664\",\"user_id\":7},\"timestamp_ms\":\"1772352000123\"}}",
                "{ \"delete\": {\"status\": {\"id\": 2028017393980145664, \"user_id\": 7}}}",
                "{\"delete\":{\"timestamp_ms\":\"1772352000123\",\"status\":{\"id_str\":\"2028017393980145664\"}}}",
                "{\"status_withheld\":{\"id\":2028017393980145664,\"user_id\":7,\"withheld_in_countries\":[\"DE\"]}}",
                "{\"delete\":{\"tweet\":{\"id\":\"2028017393980145664\",\"author_id\":\"7\"},\"event_at\":\"2026-03-01T08:00:00.123Z\"}}",
                "{\"data\":{\"delete\":{\"tweet\":{\"id\":\"2028017393980145664\"},\"event_at\":\"2026-03-01T08:00:00.123Z\"}}}",
            })
    void deletedAndWithheldPostsMustGo(String notice) {
        assertThat(parse(notice).requireEvent()).isEqualTo(new PostEvent(PostEvent.Kind.DELETED, "x:" + ID, AT, null));
    }

    @Test
    void deletionTellsItsOwnTimeWhereItHasOne() {
        String notice = "{\"delete\":{\"status\":{\"id\":" + ID + "},\"timestamp_ms\":\"1772355600000\"}}";

        assertThat(parse(notice).requireEvent().at()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"limit\":{\"track\":12}} | limit",
                "{\"disconnect\":{\"code\":4,\"reason\":\"x\"}} | disconnect",
                "{\"warning\":{\"code\":\"FALLING_BEHIND\",\"message\":\"x\"}} | warning",
                "{\"scrub_geo\":{\"user_id\":1,\"up_to_status_id\":2}} | scrub-geo",
                "{\"user_withheld\":{\"id\":1,\"withheld_in_countries\":[]}} | user-withheld",
                "{\"delete\":{\"direct_message\":{\"id\":1,\"user_id\":2}}} | direct-message",
                "{\"friends\":[1,2]} | friends",
                "{\"event\":\"user_suspend\",\"target\":{\"id\":1},\"source\":{\"id\":2}} | event",
                "{\"errors\":[{\"title\":\"operational-disconnect\"}]} | errors",
                "{\"title\":\"ConnectionException\",\"connection_issue\":\"TooManyConnections\"} | disconnect",
                "{\"did\":\"did:plc:a\",\"time_us\":1,\"kind\":\"identity\",\"identity\":{\"did\":\"did:plc:a\"}} | identity",
                "{\"account\":{\"active\":true},\"did\":\"did:plc:a\",\"kind\":\"account\",\"time_us\":1} | account",
                "{\"did\":\"did:plc:a\",\"time_us\":1,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.like\",\"rkey\":\"b\",\"record\":{}}} | other-collection",
                "{\"$type\":\"message\",\"payload\":{\"$type\":\"network.bsky.jetstream.subscribeEvents#info\",\"name\":\"OutdatedCursor\"}} | info",
                "{\"stream\":[\"user\"],\"event\":\"notification\",\"payload\":\"{}\"} | notification",
            })
    void messagesAboutOtherThingsThanPostsAreNamed(String json, String name) {
        assertThat(parse(json)).isEqualTo(Parsed.control(name));
    }

    @Test
    void readsPostOfXStream() {
        Post post = post("""
                {"data":{"author_id":"7","created_at":"2026-03-01T08:00:00.000Z","edit_history_tweet_ids":["%1$s"],
                "entities":{"hashtags":[{"start":0,"end":3,"tag":"Swift"}],"urls":[{"expanded_url":"https://birds.example/"}]},
                "id":"%1$s","lang":"en","public_metrics":{"retweet_count":3,"like_count":8},"text":"Swifts &lt;3"},
                "includes":{"users":[{"id":"8","username":"Other"},{"id":"7","name":"Wren","username":"Wren_Field",
                "public_metrics":{"followers_count":99}}]},"matching_rules":[{"id":"1","tag":"birds"}]}""".formatted(ID));

        assertThat(post)
                .isEqualTo(new Post(
                        Platform.X,
                        ID,
                        "wren_field",
                        "Wren",
                        "Swifts <3",
                        AT,
                        "en",
                        3,
                        8,
                        99,
                        List.of("https://birds.example/"),
                        List.of("Swift"),
                        "https://x.com/Wren_Field/status/" + ID,
                        "",
                        "",
                        AT,
                        null));
    }

    @Test
    void postOfXStreamTellsItsConversation() {
        String answer = """
                {"data":{"author_id":"9","id":"2028032493474545664","conversation_id":"%s","text":"Swifts?"}}""".formatted(ID);
        String repost = """
                {"data":{"author_id":"9","id":"2028032493474545664","conversation_id":"2028032493474545664",
                "text":"RT @Wren_Field: Swifts","referenced_tweets":[{"type":"retweeted","id":"%s"}]}%s}""";
        String included = """
                ,"includes":{"tweets":[{"id":"%s","author_id":"7","text":"Swifts","conversation_id":"2028017393980145000"}],
                "users":[{"id":"7","username":"Wren_Field"}]}""".formatted(ID);

        assertThat(post(answer).conversation()).isEqualTo(ID);
        assertThat(post(repost.formatted(ID, included)).conversation()).isEqualTo("2028017393980145000");
        assertThat(post(repost.formatted(ID, "")).conversation())
                .as("nothing is known of it")
                .isEqualTo(ID);
    }

    @Test
    void repostOfXStreamBringsTheIncludedOriginal() {
        Post post = post("""
                {"data":{"author_id":"9","id":"2028032493474545664","text":"RT @Wren_Field: Swi…",
                "referenced_tweets":[{"type":"retweeted","id":"%s"}]},
                "includes":{"users":[{"id":"7","username":"Wren_Field"},{"id":"9","username":"Robin"}],
                "tweets":[{"id":"%s","author_id":"7","text":"Swi…","note_tweet":{"text":"Swifts, at length"},"lang":"en",
                "public_metrics":{"retweet_count":12,"like_count":1}}]}}""".formatted(ID, ID));

        assertThat(post.id()).isEqualTo(ID);
        assertThat(post.text()).isEqualTo("Swifts, at length");
        assertThat(post.author()).isEqualTo("wren_field");
        assertThat(post.via()).isEqualTo("robin");
        assertThat(post.reposts()).isEqualTo(12);
    }

    @Test
    void repostOfXStreamWithoutItsOriginalGoesByItsText() {
        Post post = post("""
                {"data":{"author_id":"9","id":"2028032493474545664","text":"RT @Wren_Field: Swifts at dawn",
                "referenced_tweets":[{"type":"retweeted","id":"%s"}]}}""".formatted(ID));

        assertThat(post.key()).isEqualTo("x:" + ID);
        assertThat(post.author()).isEqualTo("wren_field");
        assertThat(post.text()).isEqualTo("Swifts at dawn");
        assertThat(post.created()).isEqualTo(AT);
        assertThat(post.via()).isEqualTo("9");
    }

    @Test
    void editOfXStreamTakesItsFirstVersionsPlace() {
        Parsed parsed = parse("""
                {"data":{"author_id":"7","id":"2028018652271345664","text":"Swifts, mended",
                "edit_history_tweet_ids":["%s","2028018652271345664"]}}""".formatted(ID));

        assertThat(parsed.requireEvent().key()).isEqualTo("x:" + ID);
        assertThat(parsed.requireEvent().requirePost().created()).isEqualTo(AT);
        assertThat(parsed.requireEvent().at()).isAfter(AT);
        assertThat(parsed.requireEvent().requirePost().edited())
                .isEqualTo(parsed.requireEvent().at());
    }

    private static String jetstream(String operation, String record) {
        return """
                {"did":"did:plc:wren","time_us":1772352000123456,"kind":"commit","commit":{"rev":"r","operation":"%s",
                "collection":"app.bsky.feed.post","rkey":"3abc"%s,"cid":"c"}}""".formatted(operation, record);
    }

    private static final String RECORD = """
            ,"record":{"$type":"app.bsky.feed.post","createdAt":"2026-03-01T09:00:00.000+01:00","langs":["pt-BR","en"],
            "text":"Andorinhas #ave","facets":[{"index":{"byteStart":1},"features":[
            {"$type":"app.bsky.richtext.facet#link","uri":"https://birds.example/"},
            {"$type":"app.bsky.richtext.facet#tag","tag":"ave"},
            {"$type":"app.bsky.richtext.facet#mention","did":"did:plc:robin"}]}],
            "embed":{"$type":"app.bsky.embed.external","external":{"uri":"https://sound.example/a","title":"A"}},
            "reply":{"root":{"uri":"at://no"}}}""";

    @Test
    void readsPostOfJetstream() {
        assertThat(post(jetstream("create", RECORD)))
                .isEqualTo(new Post(
                        Platform.BLUESKY,
                        "did:plc:wren/3abc",
                        "did:plc:wren",
                        "did:plc:wren",
                        "Andorinhas #ave",
                        Instant.parse("2026-03-01T08:00:00Z"),
                        "pt",
                        0,
                        0,
                        0,
                        List.of("https://birds.example/", "https://sound.example/a"),
                        List.of("ave"),
                        "https://bsky.app/profile/did:plc:wren/post/3abc",
                        "",
                        "",
                        AT,
                        null));
    }

    @Test
    void answerOfBlueskyTellsWhatItsConversationBeganWith() {
        String uri = "at://did:plc:robin/app.bsky.feed.post/3xyz";
        String parent = RECORD.replace(
                "{\"root\"", "{\"parent\":{\"uri\":\"at://did:plc:wren/app.bsky.feed.post/3no\"},\"root\"");

        assertThat(post(jetstream("create", parent.replace("at://no", uri))).conversation())
                .isEqualTo("did:plc:robin/3xyz");
        assertThat(post(jetstream("create", RECORD)).conversation())
                .as("what can't be read is none")
                .isEqualTo("did:plc:wren/3abc");
    }

    @Test
    void readsJetstream2AsJetstream1() {
        String second = """
                {"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#commit","seq":5,
                "did":"did:plc:wren","time":"2026-03-01T08:00:00.123456Z","rev":"r","operation":"create",
                "collection":"app.bsky.feed.post","rkey":"3abc","cid":"c"%s}}""".formatted(RECORD);

        assertThat(post(second)).isEqualTo(post(jetstream("create", RECORD)));
    }

    @Test
    void updateOfJetstreamTellsThePostAnewAndWhen() {
        Post created = post(jetstream("create", RECORD));
        assertThat(created.edited()).isNull();
        assertThat(post(jetstream("update", RECORD)))
                .usingRecursiveComparison()
                .ignoringFields("edited")
                .isEqualTo(created);
        assertThat(post(jetstream("update", RECORD)).edited()).isEqualTo(AT);
    }

    @Test
    void deletionOfJetstreamNamesThePost() {
        assertThat(parse(jetstream("delete", "")).requireEvent())
                .isEqualTo(new PostEvent(PostEvent.Kind.DELETED, "bluesky:did:plc:wren/3abc", AT, null));
    }

    @Test
    void postFromTheFutureWasMadeWhenItCame() {
        String future = RECORD.replace("2026-03-01T09:00:00.000+01:00", "2199-01-01T00:00:00Z");

        assertThat(post(jetstream("create", future)).created()).isEqualTo(AT);
    }

    @Test
    void editOfMastodonTellsWhen() {
        String edited = TOOT.replace("\"edited_at\":null", "\"edited_at\":\"2026-03-01T09:30:00.000Z\"");

        assertThat(post(edited).edited()).isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
        assertThat(parse(edited).requireEvent().at()).isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
    }

    private static final String TOOT = """
            {"id":"115950000000000001","created_at":"2026-03-01T08:00:00.123Z","language":"en","url":"https://m.example/@wren/1",
            "uri":"https://m.example/users/wren/1","reblogs_count":2,"favourites_count":3,"edited_at":null,
            "content":"<p>Swifts &amp; swallows<br/>over <a href=\\"https://birds.example/?a=1&amp;b=2\\" rel=\\"x\\">birds</a></p><p>again \
            <a href=\\"https://m.example/tags/swift\\" class=\\"mention hashtag\\">#<span>swift</span></a></p>",
            "reblog":null,"account":{"acct":"Wren@m.example","display_name":"Wren","followers_count":12,"created_at":"2018-01-01T00:00:00Z"},
            "tags":[{"name":"swift","url":"https://m.example/tags/swift"}]}""";

    @Test
    void readsStatusOfMastodon() {
        Post post = post(TOOT);

        assertThat(post.key()).isEqualTo("mastodon:115950000000000001");
        assertThat(post.text()).isEqualTo("Swifts & swallows\nover birds\n\nagain #swift");
        assertThat(post.author()).isEqualTo("wren@m.example");
        assertThat(post.links()).containsExactly("https://birds.example/?a=1&b=2");
        assertThat(post.hashtags()).containsExactly("swift");
        assertThat(post.url()).isEqualTo("https://m.example/@wren/1");
        assertThat(post.created()).isEqualTo(AT);
        assertThat(post.followers()).isEqualTo(12);
    }

    @Test
    void answerOfMastodonBelongsToWhatItAnswers() {
        String answer = TOOT.replace("\"reblog\":null", "\"in_reply_to_id\":\"115950000000000000\",\"reblog\":null");
        String first = TOOT.replace("\"reblog\":null", "\"in_reply_to_id\":null,\"reblog\":null");

        assertThat(post(answer).conversation()).isEqualTo("115950000000000000");
        assertThat(post(first).conversation()).isEqualTo("115950000000000001");
    }

    @Test
    void readsMessagesOfMastodon() {
        String quoted = TOOT.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "");

        Parsed update = parse("{\"stream\":[\"public\"],\"event\":\"update\",\"payload\":\"" + quoted + "\"}");
        Parsed edit = parse("{\"event\":\"status.update\",\"payload\":\"" + quoted + "\"}");
        Parsed delete = parse("{\"event\":\"delete\",\"payload\":\"115950000000000001\"}");

        assertThat(update.requireEvent().requirePost()).isEqualTo(post(TOOT));
        assertThat(edit).isEqualTo(update);
        assertThat(delete.requireEvent().key()).isEqualTo("mastodon:115950000000000001");
        assertThat(delete.requireEvent().kind()).isEqualTo(PostEvent.Kind.DELETED);
    }

    @Test
    void boostOfMastodonBringsTheOriginal() {
        Post post = post("""
                {"id":"115950000000000009","created_at":"2026-03-01T09:00:00Z","content":"","account":{"acct":"Robin"},"reblog":%s}""".formatted(TOOT));

        assertThat(post.author()).isEqualTo("wren@m.example");
        assertThat(post.via()).isEqualTo("robin");
        assertThat(post.arrived()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"created_at\":\"Sun Mar 01 | not-json",
                "{\"delete\":{\"status\":{\"id\":2028017393980145664}} | not-json",
                "{\"id\":1}{\"id\":2} | not-json",
                "{\"id\":1,} | not-json",
                "rubbish | not-json",
                "[1,2] | not-an-object",
                "\"text\" | not-an-object",
                "17 | not-an-object",
                "{} | unknown-shape",
                "{\"a\":1} | unknown-shape",
                "{\"id\":1,\"created_at\":5} | unknown-shape",
                "{\"id\":1,\"text\":\"no author, no time\"} | incomplete",
                "{\"text\":{\"a\":1},\"user\":{\"screen_name\":\"a\"},\"id\":5} | incomplete",
                "{\"delete\":{}} | incomplete",
                "{\"delete\":7} | incomplete",
                "{\"delete\":{\"status\":{\"id\":99999999999999999999999}}} | incomplete",
                "{\"did\":\"did:plc:a\",\"kind\":\"commit\",\"commit\":{\"operation\":\"create\"}} | incomplete",
                "{\"data\":{\"id\":\"1\"}} | incomplete",
                "{\"event\":\"update\",\"payload\":\"{\"} | not-json",
            })
    void whatIsNoRecordSaysWhy(String json, String reason) {
        assertThat(parse(json)).isEqualTo(Parsed.unparseable(reason));
    }

    @Test
    void depthIsCapped() {
        String deep = "{\"user\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(parse(deep)).isEqualTo(Parsed.unparseable("too-deep"));
    }

    @Test
    void longStringIsRefused() {
        String longText = STATUS.replace("Swifts", "s".repeat(3_000_000));

        assertThat(parse(longText)).isEqualTo(Parsed.unparseable("too-long"));
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] record = STATUS.replace("Swifts", "Sw\u0001fts").getBytes(StandardCharsets.UTF_8);
        byte[] broken = Arrays.copyOf(record, record.length);
        for (int i = 0; i < broken.length; i++) {
            if (broken[i] == 1) {
                broken[i] = (byte) 0xFF;
            }
        }

        assertThat(parser.parse(broken, 0, broken.length)).isEqualTo(Parsed.unparseable("not-json"));
        assertThat(parser.parse(record, 0, record.length)).isEqualTo(Parsed.unparseable("not-json"));
    }

    @Test
    void whatNoStoreTakesIsCleanedAway() {
        Post post = post(STATUS.replace("Swifts", "S\\u0000wi\\ud800fts \\ud83d\\udc26"));

        assertThat(post.text()).startsWith("Swi\uFFFDfts \uD83D\uDC26");
    }

    @Test
    void recordLeavesNothingForTheNext() {
        parse(STATUS);

        assertThat(parse("{\"id\":5}")).isEqualTo(Parsed.unparseable("unknown-shape"));
        assertThat(parse("{\"limit\":{\"track\":1}}")).isEqualTo(Parsed.control("limit"));
        assertThat(post(STATUS).text()).startsWith("Swifts");
    }

    @ParameterizedTest
    @CsvSource({
        "en,en",
        "EN,en",
        "in,id",
        "iw,he",
        "pt-BR,pt",
        "zh_TW,zh",
        "und,und",
        "zxx,und",
        "qme,und",
        "'',und",
        "q1,und",
        "fil,tl"
    })
    void languageMarksBecomeIso(String mark, String language) {
        assertThat(Languages.normal(mark)).isEqualTo(language);
    }
}
