package dev.linnet.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is peculiar to posts, and what it does to their mood. */
class SocialMoodTest {
    private final PostReader reader = PostReader.open(PostReaderOptions.defaults());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RT @someone: I hate this bus, it is awful https://t.co/x | I hate this bus, it is awful",
                "Bread &amp; butter, what a lovely day | Bread & butter, what a lovely day",
                "I don\\u2019t like this \\\"plan\\\" | I don’t like this \"plan\""
            })
    void whatMachinesAddChangesNoMood(String raw, String plain) throws Exception {
        assertThat(reader.read(raw, "en")).isEqualTo(reader.read(plain, "en"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The bridge is closed at night 😍 | The bridge is closed at night | up",
                "The bridge is closed at night 😡 | The bridge is closed at night | down",
                "The bridge is closed at night :) | The bridge is closed at night | up",
                "The bridge is closed at night :( | The bridge is closed at night | down",
                "The bridge is closed at night #SoHappy | The bridge is closed at night | up",
                "The bridge is closed at night #SoSad | The bridge is closed at night | down",
                "This is not good | This is good | down",
                "We didn't enjoy it at all | We did enjoy it | down"
            })
    void signsHashtagsAndNegationMoveTheMood(String text, String without, String direction) throws Exception {
        double moved = score(text) - score(without);

        assertThat(direction.equals("up") ? moved : -moved).isGreaterThan(0.1);
    }

    @Test
    void drawnOutAndShoutedWordsKeepTheirMood() throws Exception {
        assertThat(score("this is sooooo goooood")).isGreaterThan(0.15);
        assertThat(score("I HATE THIS SO MUCH")).isLessThan(-0.15);
    }

    private double score(String text) throws Exception {
        return reader.read(text, "en").sentiment().score();
    }
}
