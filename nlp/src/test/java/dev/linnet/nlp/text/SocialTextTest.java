package dev.linnet.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocialTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tom &amp; Jerry &lt;3 | Tom & Jerry <3",
                "it&#39;s &#x1F600; done | it's 😀 done",
                "don\\u2019t say \\\"no\\\" | don’t say \"no\"",
                "AT&T; R&D &unknown; &#; &#xZZ; | AT&T; R&D &unknown; &#; &#xZZ;",
                "see https://t.co/abc123 now | see now",
                "see www.example.org/a, HTTP://X.YZ | see",
                "RT @some_one: the news | the news",
                "the RT @some_one: stays | the RT @some_one: stays",
                "many     spaces  here | many spaces here",
                "and/or 24/7 wwii stay | and/or 24/7 wwii stay"
            })
    void whatMachinesPutAroundTheWordsGoes(String text, String clean) {
        assertThat(SocialText.clean(text, 1000)).isEqualTo(clean);
    }

    @Test
    void lineBreaksStayAndControlCharactersGo() {
        assertThat(SocialText.clean("one \r\n\r\n two\u0000\u0007three\ud83d\u200b", 1000))
                .isEqualTo("one\ntwo three");
    }

    @Test
    void onlySoManyCharactersAreRead() {
        assertThat(SocialText.clean("abcdef", 3)).isEqualTo("abc");
    }

    @Test
    void longRunsArePartedWithoutHurtingACharacter() {
        String run = "😀".repeat(120);
        String parted = LongRuns.parted(run);

        assertThat(parted.replace(" ", "")).isEqualTo(run);
        assertThat(parted.split(" "))
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(101));
        assertThat(LongRuns.parted("short words only")).isSameAs("short words only");
    }
}
