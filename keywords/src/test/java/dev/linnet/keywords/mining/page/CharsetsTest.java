package dev.linnet.keywords.mining.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class CharsetsTest {
    private static final String WORDS = "Grüße – “señor”, Žluťoučký";

    @Test
    void byteOrderMarkWins() {
        assertThat(Charsets.html(("\uFEFF" + WORDS).getBytes(UTF_8), "windows-1251"))
                .isEqualTo(WORDS);
        assertThat(Charsets.html(("\uFEFF" + WORDS).getBytes(UTF_16LE), null)).isEqualTo(WORDS);
    }

    @Test
    void utf8UnderAWrongNameIsStillUtf8() {
        assertThat(Charsets.html(WORDS.getBytes(UTF_8), "iso-8859-1")).isEqualTo(WORDS);
        assertThat(Charsets.html(("<meta charset=latin1>" + WORDS).getBytes(UTF_8), null))
                .endsWith(WORDS);
    }

    @Test
    void charsetOfHeaderOrPageIsTaken() {
        byte[] russian = "Привет, сад".getBytes(Charset.forName("windows-1251"));
        assertThat(Charsets.html(russian, "windows-1251")).isEqualTo("Привет, сад");

        String page = "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>庭の春";
        assertThat(Charsets.html(page.getBytes(Charset.forName("Shift_JIS")), null))
                .isEqualTo(page);
    }

    @Test
    void latin1IsReadAsBrowsersDoAndUnknownNamesAreNoError() {
        byte[] quoted = {(byte) 0x93, 'a', (byte) 0x94, (byte) 0xE9};
        assertThat(Charsets.html(quoted, "iso-8859-1")).isEqualTo("“a”é");
        assertThat(Charsets.html("é".getBytes(ISO_8859_1), "no-such-charset")).isEqualTo("é");
    }

    @Test
    void oneBrokenByteDoesNotSpoilAPageInUtf8() {
        byte[] bytes = (WORDS + "?").getBytes(UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;

        assertThat(Charsets.html(bytes, null)).startsWith(WORDS);
    }
}
