package dev.linnet.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.nlp.language.LanguageIdentifier.Identified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
    private final LanguageIdentifier identifier = LanguageIdentifier.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We walked along the river and talked about the new library | en",
                "Ayer fuimos al mercado y compramos fruta para toda la familia | es",
                "Ontem fomos ao mercado e não havia mais pão para ninguém | pt",
                "Hier nous sommes allés au marché et il pleuvait beaucoup | fr",
                "Gestern waren wir auf dem Markt und es hat nur geregnet | de",
                "Ieri siamo andati al mercato e pioveva moltissimo | it",
                "Gisteren gingen we naar de markt en het regende de hele dag | nl",
                "Вчера мы ходили на рынок, и весь день шёл дождь | ru",
                "今日は市場へ行きました | ja",
                "오늘은 시장에 갔어요 | ko",
                "วันนี้ไปตลาด | th",
                "昨天我们去了市场，下了一整天的雨 | zh",
                "Χθες πήγαμε στην αγορά | el",
                "أمس ذهبنا إلى السوق وكان الجو ممطرا | ar"
            })
    void languagesAreToldWithoutAMark(String text, String language) {
        assertThat(identifier.identify(text, "und").language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"ok", "lol", "😀😀", "@someone", "#hashtag", "'12:30'", "hmm ok"})
    void whatIsTooShortStaysUndetermined(String text) {
        assertThat(identifier.identify(text, "und")).isEqualTo(new Identified("und", 0));
    }

    @Test
    void theMarkWinsWhereTheTextSaysLittle() {
        assertThat(identifier.identify("ok", "sv").language()).isEqualTo("sv");
        assertThat(identifier.identify("Berlin Wien Zürich", "de").language()).isEqualTo("de");
        assertThat(identifier.identify("東京特許許可局", "ja").language()).isEqualTo("ja");
    }

    @Test
    void aConfidentDetectorOverrulesTheMark() {
        assertThat(identifier
                        .identify("Ieri siamo andati al mercato con tutta la famiglia e pioveva moltissimo", "en")
                        .language())
                .isEqualTo("it");
    }

    @ParameterizedTest
    @CsvSource({"EN,en", "en-GB,en", "pt_BR,pt", "in,id", "iw,he", "nb,no", "zxx,und", "'',und", "und,und", "'??',und"})
    void marksAreBroughtToOneForm(String mark, String language) {
        assertThat(identifier.identify("ok", mark).language()).isEqualTo(language);
    }
}
