package dev.linnet.keywords.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyphraseMinerTest {
    private final KeyphraseMiner miner = new KeyphraseMiner();

    @Test
    void topicOverSeveralPostsBeatsALongOneInOnePost() {
        List<MinedKeyword> mined = miner.mine(List.of(
                post(1, "My dog chases a rubber duck in the snow."),
                post(2, "Rye bread needs time. I bake rye bread with my dog asleep beside me."),
                post(3, "The rye bread of this week had too much salt."),
                post(4, "A steam engine, a steam engine, a steam engine! The steam engine is all I think of."),
                post(5, "Rye bread once more, with a new oven.")));

        assertThat(mined.get(0).text()).isEqualTo("rye bread");
        assertThat(mined.get(0).weight()).isEqualTo(3);
        assertThat(mined.get(0).posts()).containsExactlyInAnyOrder("2", "3", "5");
        assertThat(mined.get(0).sentence()).containsIgnoringCase("rye bread");
    }

    @Test
    void spellingsOfOneThingAreMerged() {
        List<MinedKeyword> mined = miner.mine(List.of(
                post(1, "A sourdough starter lives on my shelf."),
                post(2, "Two sourdough starters fight for the shelf."),
                post(3, "The sourdough-starter is mine. #SourdoughStarter")));

        MinedKeyword starter = mined.get(0);
        assertThat(starter.posts()).hasSize(3);
        assertThat(starter.variants()).contains("sourdough starters", "sourdough-starter");
        assertThat(mined).extracting(MinedKeyword::text).doesNotContain("sourdoughstarter");
    }

    @Test
    void recentTopicBeatsAnOldOne() {
        List<MinedKeyword> mined = miner.mine(List.of(
                dated("2016-01-01T00:00:00Z", 1, "I sail a wooden dinghy."),
                dated("2016-02-01T00:00:00Z", 2, "We sail a wooden dinghy."),
                dated("2026-01-01T00:00:00Z", 3, "I mend a mechanical typewriter."),
                dated("2026-02-01T00:00:00Z", 4, "We mend a mechanical typewriter.")));

        assertThat(mined)
                .extracting(MinedKeyword::text)
                .startsWith("mechanical typewriter")
                .contains("wooden dinghy");
    }

    @Test
    void wordsWithoutATopicAreNoKeywords() {
        assertThat(miner.mine(
                        List.of(post(1, "However, this is one of the best things of the year, and people know it."))))
                .isEmpty();
        assertThat(miner.mine(List.of())).isEmpty();
    }

    @Test
    void wordThatFollowsItselfIsNoMistake() {
        List<MinedKeyword> mined = miner.mine(List.of(
                post(1, "The film Jamón Jamón again."),
                post(2, "Jamón Jamón is a film."),
                post(3, "I like Jamón Jamón.")));

        assertThat(mined).extracting(MinedKeyword::text).contains("jamón jamón");
    }

    @Test
    void acronymIsMergedWithWhatItStandsFor() {
        List<MinedKeyword> mined = miner.mine(List.of(
                post(1, "I began with open water swimming (OWS) in a cold lake."),
                post(2, "The first race of OWS is in June."),
                post(3, "Open water swimming needs a bright cap, and OWS needs friends.")));

        MinedKeyword swimming = mined.get(0);
        assertThat(swimming.posts()).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(swimming.variants()).hasSize(1);
        assertThat(List.of(swimming.text(), swimming.variants().get(0)))
                .containsExactlyInAnyOrder("open water swimming", "ows");
        assertThat(mined).extracting(MinedKeyword::text).doesNotHaveDuplicates();
    }

    @Test
    void verbsAddressesAndTalkOfTextsAreNoTopics() {
        List<MinedKeyword> mined = miner.mine(List.of(
                post(1, "According to example.com, the study of moss is growing. Moss covers the roof."),
                post(2, "According to www.example.org, a study found moss. The findings include a roof."),
                post(3, "According to the findings at example.com, moss loves a wet roof.")));

        assertThat(mined)
                .extracting(MinedKeyword::text)
                .contains("moss", "roof")
                .doesNotContain("according", "study", "findings", "example.com", "www.example.org");
    }

    @Test
    void verbThatTheTaggerTakesForAPluralIsNoTopic() {
        List<MinedKeyword> mined = miner.mine(List.of(
                post(1, "The hive consists of oak. A skep consists of straw, and the hive hums."),
                post(2, "The hum corresponds to the heat. A hive consists of frames."),
                post(3, "The note of the hive corresponds to the weather, and the frames creak.")));

        assertThat(mined)
                .extracting(MinedKeyword::text)
                .contains("hive", "frames")
                .doesNotContain("consists", "corresponds");
    }

    @Test
    void baseFormOfAVerbBehindAnArticleIsANoun() {
        List<MinedKeyword> mined = miner.mine(List.of(
                post(1, "Last Sunday I measured the swing bridge with my neighbour."),
                post(2, "Nobody had repaired a swing bridge since the storm came down."),
                post(3, "He explained why the swing bridge is so old, and swing bridges creak.")));

        assertThat(mined.get(0).text()).isEqualTo("swing bridge");
        assertThat(mined).extracting(MinedKeyword::text).doesNotContain("bridge");
    }

    @Test
    void quantitiesAreNoTopics() {
        List<MinedKeyword> mined = miner.mine(List.of(
                post(1, "Thousands of bees and forty tonnes of honey."),
                post(2, "The bees made tonnes of honey."),
                post(3, "Thousands of lives hang on honey, and forty tonnes are sold.")));

        assertThat(mined)
                .extracting(MinedKeyword::text)
                .contains("honey")
                .doesNotContain("thousands", "tonnes", "lives", "forty tonnes");
    }

    @Test
    void weightsGoFromOneToThree() {
        List<MinedKeyword> mined = miner.mine(List.of(
                post(1, "Rye bread and a rubber duck."),
                post(2, "Rye bread and a wooden spoon."),
                post(3, "Rye bread, rye bread, and a salt cellar.")));

        assertThat(mined).hasSizeGreaterThan(3);
        assertThat(mined.get(0).weight()).isEqualTo(3);
        assertThat(mined.subList(1, mined.size())).allMatch(keyword -> keyword.weight() >= 1 && keyword.weight() < 2);
    }

    @Test
    void manyArticlesGiveTheSameWhateverTheNumberOfProcessors() {
        List<Article> articles = IntStream.range(0, 60)
                .mapToObj(i -> post(i, "Post " + i + " is about a tidal mill, a salt marsh and lock number " + i + "."))
                .toList();
        Map<String, List<Keyphrase>> each = miner.mineEach(articles);

        assertThat(each.keySet())
                .containsExactlyElementsOf(articles.stream().map(Article::id).toList());
        assertThat(miner.mineEach(articles)).isEqualTo(each);
        assertThat(miner.mine(articles)).isEqualTo(miner.mine(articles));
        assertThat(new ForkJoinPool(1).submit(() -> miner.mineEach(articles)).join())
                .isEqualTo(each);
    }

    @Test
    void otherLanguagesAreReadByTheirStopWords() {
        Article german = new Article(
                "de",
                "",
                "Der Sauerteig und das Roggenbrot: ein Sauerteig für das Roggenbrot.",
                null,
                null,
                "de",
                List.of());

        assertThat(miner.mine(german)).extracting(Keyphrase::text).containsExactlyInAnyOrder("sauerteig", "roggenbrot");
    }

    private static Article post(int id, String text) {
        return new Article(Integer.toString(id), "", text, null, null, "en", List.of());
    }

    private static Article dated(String when, int id, String text) {
        return new Article(Integer.toString(id), "", text, Instant.parse(when), null, "en", List.of());
    }
}
