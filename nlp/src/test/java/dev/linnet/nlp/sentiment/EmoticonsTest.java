package dev.linnet.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmoticonsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "good :) day | good,:),day",
                "good :( day | good,:(,day",
                "love <3 | love,<3",
                "lost </3 | lost,</3",
                "late >:( | late,>:(",
                "tears :'( | tears,:'(",
                "nice:) | nice,:)",
                "kept :-) ;) :D | kept,:-),;),:D"
            })
    void emoticonsStayInOnePiece(String text, String words) {
        assertThat(all(text)).containsExactly(words.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"(see the map): two | ):", "ratio:(a) | :(", "seven (8) | 8)", "a < 3 | <3", "pick :) | )"})
    void whatIsNoneStaysApart(String text, String none) {
        assertThat(all(text)).doesNotContain(none);
    }

    private static List<String> all(String text) {
        return PostTokens.sentences(text, 100).stream().flatMap(List::stream).toList();
    }
}
