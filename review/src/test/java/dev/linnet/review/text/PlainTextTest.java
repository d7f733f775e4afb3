package dev.linnet.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void marksThatTurnDirectionAreTakenOut() {
        assertThat(PlainText.clean("safe\u202Egnp.exe\u2066x\u2069")).isEqualTo("safegnp.exex");
    }

    @Test
    void controlCharactersAndLoneSurrogatesAreTakenOutButLinesStay() {
        assertThat(PlainText.clean("a\u0000b\u001b[31m\nc\td\ud800e")).isEqualTo("ab[31m\nc\tde");
    }

    @Test
    void scriptsAndEmojiStayAsTheyAre() {
        String text = "جوقة 👩\u200d🚀 café";
        assertThat(PlainText.clean(text)).isEqualTo(text);
    }

    @Test
    void lineIsCutBetweenCharacters() {
        assertThat(PlainText.line("one\n two  three", 40)).isEqualTo("one two three");
        assertThat(PlainText.line("🐦🐦🐦🐦", 3)).isEqualTo("🐦🐦…");
    }

    @Test
    void onlyWebLinksAreFollowed() {
        assertThat(Links.safe(" https://social.example/a?b=c ")).isEqualTo("https://social.example/a?b=c");
        assertThat(Links.safe("HTTP://social.example/é")).isEqualTo("HTTP://social.example/%C3%A9");
        assertThat(Links.safe("javascript:alert(1)")).isEmpty();
        assertThat(Links.safe("data:text/html,x")).isEmpty();
        assertThat(Links.safe("//evil.example")).isEmpty();
        assertThat(Links.safe("https:evil")).isEmpty();
        assertThat(Links.safe("java\nscript:x")).isEmpty();
        assertThat(Links.safe("")).isEmpty();
    }
}
