package dev.linnet.pipeline.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhraseRankingTest {
    private final PhraseMemory memory = new PhraseMemory();
    private int second;

    /** A stream that nobody filtered, in which one post in six is wanted. */
    @BeforeEach
    void everyday() {
        for (int i = 0; i < 300; i++) {
            post("someone" + i, 0.05, false, "lunch" + i + " and coffee" + i % 7);
        }
    }

    @Test
    void phraseThatLeadsToWantedPostsIsNamed() {
        for (int i = 0; i < 10; i++) {
            post("ana" + i, 0.9, false, "the willow river rises" + i);
        }
        assertThat(best(List.of())).containsExactly("willow river");
    }

    @Test
    void phraseThatOnlyAccompaniesAKeywordIsNot() {
        for (int i = 0; i < 20; i++) {
            post("ana" + i, 0.9, true, "prayers for flood" + i);
            post("bo" + i, 0.05, false, "prayers at dinner" + i);
        }
        assertThat(best(List.of())).isEmpty();
    }

    @Test
    void phraseThatOnlyAccompaniesOneToldBeforeIsNot() {
        for (int i = 0; i < 10; i++) {
            post("ana" + i, 0.9, false, "tornado" + " shelter opened" + i);
        }
        assertThat(best(List.of("#Tornadoshelters"))).isEmpty();
    }

    @Test
    void oneBusyAuthorNamesNothing() {
        for (int i = 0; i < 30; i++) {
            post("seller", 0.9, false, "pottery discount " + i);
        }
        assertThat(best(List.of())).isEmpty();
    }

    @Test
    void copiesOfOneTextNameNothing() {
        for (int i = 0; i < 30; i++) {
            post("ana" + i, 0.9, false, "my pottery discount");
        }
        assertThat(best(List.of())).isEmpty();
    }

    @Test
    void trackedPhraseIsNotNamed() {
        for (int i = 0; i < 10; i++) {
            post("ana" + i, 0.9, false, "the willow river rises" + i);
        }
        assertThat(new PhraseRanking(memory, text -> text.equals("willow river") ? 1 : 0, List.of()).best(5))
                .extracting(RankedPhrase::phrase)
                .doesNotContain("willow river");
    }

    @Test
    void phraseThatEndsWithinATrackedOneIsNotNamed() {
        for (int i = 0; i < 10; i++) {
            post("ana" + i, 0.9, false, "my gear for contact microphones" + i);
        }
        assertThat(new PhraseRanking(memory, text -> text.contains("contact microphones") ? 1 : 0, List.of()).best(9))
                .extracting(RankedPhrase::phrase)
                .containsExactly("gear");
    }

    @Test
    void phraseThatBeginsWithinATrackedOneIsNotNamedThoughPartOfThatIsTrackedToo() {
        for (int i = 0; i < 10; i++) {
            post("ana" + i, 0.9, false, "a contact microphones workshop at" + i);
        }
        assertThat(new PhraseRanking(
                                memory,
                                text -> (text.contains("contact") ? 1 : 0)
                                        + (text.contains("contact microphones") ? 1 : 0),
                                List.of())
                        .best(9))
                .extracting(RankedPhrase::phrase)
                .containsExactly("workshop");
    }

    @Test
    void spellingsAreOnePhraseNamedAsMostWriteIt() {
        for (int i = 0; i < 4; i++) {
            post("ana" + i, 0.9, false, "floods" + i + " at #WillowRiver");
            post("bo" + i, 0.9, false, "news" + i + " of #willowriver");
        }
        post("cleo", 0.9, false, "i saw a willow river here");

        assertThat(best(List.of())).containsExactly("#willowriver");
    }

    @Test
    void rejectionsTakeAPhraseAway() {
        for (int i = 0; i < 10; i++) {
            post("ana" + i, 0.9, false, "the willow river rises" + i);
            memory.decide("x:ana" + i + second, false);
        }
        assertThat(best(List.of())).isEmpty();
    }

    @Test
    void ofAStreamChosenByKeywordsSingleWordsAreNamedOnlyAsTags() {
        PhraseMemory filtered = new PhraseMemory();
        for (int i = 0; i < 40; i++) {
            String text = i % 4 == 0 ? "birds today #nestcount" + i % 3 : "birds " + i;
            filtered.add(
                    PhrasePosts.post("ana" + i, i, 0.7, true, text + " #ring" + i + (i % 4 == 0 ? " #window" : "")));
        }
        assertThat(new PhraseRanking(filtered, text -> text.equals("bird") ? 1 : 0, List.of()).best(5))
                .extracting(RankedPhrase::phrase)
                .contains("#window")
                .doesNotContain("birds", "today");
    }

    private List<String> best(List<String> told) {
        return new PhraseRanking(memory, text -> 0, told)
                .best(5).stream().map(RankedPhrase::phrase).toList();
    }

    private void post(String author, double relevance, boolean tracked, String text) {
        memory.add(PhrasePosts.post(author, ++second, relevance, tracked, text));
    }
}
