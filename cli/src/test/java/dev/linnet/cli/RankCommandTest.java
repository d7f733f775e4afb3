package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankCommandTest {
    private static final String INIT =
            "{'op':'init','version':1,'task':'t','seeds':['fern'],'trusted_authors':['Ada']}";

    @Test
    void everyPostOfTheRoundIsScoredAndTheSeedAndTheTrustedAuthorCount() {
        CliRun run = rank(
                INIT,
                "{'op':'score','id':'1','text':'a fern in the wall','later':'ignored'}",
                "{'op':'score','id':'2','author':'bob','text':'lunch','urls':['http://example.org/x']}",
                "{'op':'score','id':'3','author':'ADA','text':'lunch','created_at':'2012-10-28T00:00:03.396Z'}",
                "{'op':'score','id':'4','author':'bob','text':'RT @ada: lunch'}",
                "{'op':'flush'}",
                "{'op':'end_round','round':1}",
                "{'op':'bye'}",
                "{'op':'never'}");

        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<String, Double> scores = scores(run);
        assertThat(scores).containsOnlyKeys("1", "2", "3", "4");
        assertThat(scores.get("1")).isGreaterThan(scores.get("2"));
        assertThat(scores.get("3")).isGreaterThan(scores.get("2"));
        assertThat(scores.get("4")).isGreaterThan(scores.get("2"));
        assertThat(run.out().lines().findFirst()).contains("{\"op\":\"ready\"}");
        assertThat(run.out().lines().toList()).last().isEqualTo("{\"op\":\"ack\"}");
        assertThat(run.err()).isEqualToIgnoringNewLines("linnet: 4 posts scored");
    }

    @Test
    void feedbackMovesTheScoresOfPostsLikeIt() {
        CliRun run = rank(
                INIT,
                "{'op':'score','id':'1','text':'fern spores under glass'}",
                "{'op':'score','id':'2','text':'fern gully cinema tickets'}",
                "{'op':'flush'}",
                "{'op':'feedback','id':'1','approved':true}",
                "{'op':'feedback','id':'2','approved':false}",
                "{'op':'end_round','round':1}",
                "{'op':'score','id':'3','text':'more spores under the glass'}",
                "{'op':'score','id':'4','text':'more cinema tickets for the gully'}",
                "{'op':'flush'}");

        Map<String, Double> scores = scores(run);
        assertThat(scores.get("3")).isGreaterThan(scores.getOrDefault("4", 99.0) + 0.5);
    }

    @Test
    void phrasesThatLeadToWantedPostsAreNamedOnce() {
        List<String> lines = new ArrayList<>(List.of(INIT));
        for (int i = 0; i < 40; i++) {
            lines.add("{'op':'score','id':'a" + i + "','author':'ana" + i + "','text':'spore cabinet note" + i
                    + " at home'}");
            lines.add(
                    "{'op':'score','id':'b" + i + "','author':'bo" + i + "','text':'lunch with cousin note" + i + "'}");
        }
        lines.add("{'op':'flush'}");
        for (int i = 0; i < 20; i++) {
            lines.add("{'op':'feedback','id':'a" + i + "','approved':true}");
            lines.add("{'op':'feedback','id':'b" + i + "','approved':false}");
        }
        lines.add("{'op':'phrases','n':1}");
        lines.add("{'op':'phrases'}");
        lines.add("{'op':'phrases','n':'many'}");

        CliRun run = rank(lines.toArray(String[]::new));

        assertThat(run.out())
                .containsOnlyOnce("spore cabinet")
                .contains("{\"op\":\"phrases\",\"phrases\":[\"spore cabinet\"]}")
                .doesNotContain("lunch");
        assertThat(run.err()).contains("\"n\" must be a whole number, 0 or more, but is \"many\"");
    }

    @Test
    void linesThatCannotBeFollowedAreToldCountedAndPassedOver() {
        CliRun run = rank(
                "{'op':'score','id':'0','text':'too early'}",
                INIT,
                "{'op':'score','id':'1','text':'torn",
                "[1]",
                "{'op':'dance'}",
                "{'op':'score','id':'2'}",
                "{'op':'score','id':'3','text':'a fern','created_at':'yesterday'}",
                "{'op':'score','id':'3','text':'a fern'}",
                "{'op':'flush'}",
                "{'op':'feedback','id':'nobody','approved':true}",
                "{'op':'feedback','id':'3','approved':'yes'}",
                "{'op':'feedback','id':'3','approved':true}",
                "{'op':'feedback','id':'3','approved':false}",
                "",
                "{'op':'phrases','n':5}");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(scores(run)).containsOnlyKeys("3");
        assertThat(run.out()).contains("{\"op\":\"phrases\",\"phrases\":[]}");
        assertThat(run.err())
                .contains("line 1: \"score\" comes before \"init\"")
                .contains("line 3: it is no JSON")
                .contains("line 4: it is no object with an \"op\"")
                .contains("line 5: \"dance\" is no op")
                .contains("line 6: a post must have an \"id\" and a \"text\"")
                .contains("line 7: \"created_at\" must be as 2012-10-28T00:00:03Z, but is yesterday")
                .contains("line 8: post 3 is in this round already")
                .contains("line 10: feedback on \"nobody\", which was not scored")
                .contains("line 11: feedback on 3 must say \"approved\": true or false")
                .contains("line 13: post 3 was decided on already")
                .contains("1 posts scored; passed over: before init 1, feedback on unknown post 1, feedback twice 1");
    }

    @Test
    void anotherVersionOfTheProtocolIsNotFollowed() {
        CliRun run = rank("{'op':'init','version':2,'seeds':['fern']}", "{'op':'flush'}");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("this is version 1 of the protocol, not 2");
    }

    @Test
    void refusedFeedbackChangesNoWeight() {
        String[] plain = {
            INIT,
            "{'op':'score','id':'1','text':'fern'}",
            "{'op':'flush'}",
            "{'op':'feedback','id':'1','approved':true}",
            "{'op':'score','id':'2','text':'fern'}",
            "{'op':'flush'}"
        };
        String[] faulty = {
            INIT,
            "{'op':'score','id':'1','text':'fern'}",
            "{'op':'flush'}",
            "{'op':'feedback','id':'9','approved':false}",
            "{'op':'feedback','id':'1','approved':true}",
            "{'op':'feedback','id':'1','approved':false}",
            "{'op':'score','id':'2','text':'fern'}",
            "{'op':'flush'}"
        };

        assertThat(scores(rank(faulty))).isEqualTo(scores(rank(plain)));
    }

    private static Map<String, Double> scores(CliRun run) {
        Map<String, Double> scores = new HashMap<>();
        run.out()
                .lines()
                .map(RankCommandTest::json)
                .filter(line -> line.has("id"))
                .forEach(line ->
                        scores.put(line.get("id").textValue(), line.get("score").doubleValue()));
        return scores;
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (java.io.IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private static CliRun rank(String... lines) {
        InputStream before = System.in;
        String text = String.join("\n", lines).replace('\'', '"');
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return CliRun.of("rank");
        } finally {
            System.setIn(before);
        }
    }
}
