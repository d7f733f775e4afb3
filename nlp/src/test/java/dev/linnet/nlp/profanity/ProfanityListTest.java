package dev.linnet.nlp.profanity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfanityListTest {
    private final ProfanityList list = ProfanityList.shipped();

    @ParameterizedTest
    @CsvSource({
        "what the fuck is this, en, fuck",
        "what the FUCK is this, en, FUCK",
        "f*ck this, en, f*ck",
        "f**k this, en, f**k",
        "this is sh1t, en, sh1t",
        "this is $hit, en, $hit",
        "you @sshole, en, @sshole",
        "fuuuuck no, en, fuuuuck",
        "fuuck no, en, fuuck",
        "f.u.c.k that, en, f.u.c.k",
        "f u c k that, en, f u c k",
        "absofuckinglutely, en, absofuckinglutely",
        "my week #FuckThisWeek, en, Fuck",
        "such a dumb-ass move, en, ass",
        "that dickhead's car, en, dickhead's",
        "fuсk with a Cyrillic letter, en, fuсk",
        "vete a la mierda, es, mierda",
        "qué CABRÓN, es, CABRÓN",
        "que merda é essa, pt, merda",
        "quel connard, fr, connard",
        "tu es con, fr, con",
        "so ein Arschloch, de, Arschloch",
        "so eine Scheiße, de, Scheiße"
    })
    void profaneWordsAreFound(String text, String language, String word) {
        assertThat(list.find(text, language)).extracting(Profanity::word).contains(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scunthorpe and Essex have no class, cocktail in hand",
                "The assassin's assessment of the bass passage",
                "Dick Cheney met Moby Dick, Alfred Hitchcock and Charles Dickens",
                "Penistone, Cockermouth, Shitterton's neighbours and a shiitake dish",
                "Matsushita analysis of Arsenal, therapist, grape, drapes",
                "A55 and M5 are roads; C4 and F4 are not words",
                "5*5 and **bold** and *note* and a*b",
                "Press F to pay respects, I. A. B. C.",
                "A mass of butter, a cup of coffee, a pass to the title match",
                "The magna cum laude class of 2014 in Sussex",
                "Nigeria, Niger and Montenegro",
                "peacock, woodcock, hancock, cockpit, cockroach, circumstance, document"
            })
    void decentWordsStayClean(String text) {
        assertThat(list.find(text, "en")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ein dick belegtes Brot und ein Ass im Ärmel, de",
        "Filmen är slut nu, sv",
        "café con leche, es",
        "bite-size, und"
    })
    void wordsThatAreDecentInThePostsLanguageStayClean(String text, String language) {
        assertThat(list.find(text, language)).isEmpty();
    }

    @Test
    void kindsAreToldApart() {
        assertThat(list.find("shit, porn, retard", "en"))
                .extracting(Profanity::kind)
                .containsExactly(Kind.PROFANE, Kind.SEXUAL, Kind.HATEFUL);
    }

    @Test
    void ownWordsAndPhrasesCountInAnyCaseAndLanguage() {
        ProfanityList own = list.with(List.of("Voldemort", "spoiler alert"));

        assertThat(own.find("VOLDEMORT is near. Spoiler  alert!", "fi"))
                .containsExactly(new Profanity("VOLDEMORT", Kind.OWN), new Profanity("Spoiler  alert", Kind.OWN));
        assertThat(list.find("Voldemort", "en")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what the fuck, a Class of fucking cocktails | what the f***, a Class of f****** cocktails",
                "#FuckThisWeek and f.u.c.k it | #F***ThisWeek and f.*.*.* it",
                "dumb-ass move by that @sshole | dumb-a** move by that @******",
                "no spoiler  alert here | no s******  ***** here",
                "nothing to hide | nothing to hide"
            })
    void maskedWordsKeepTheirFirstLetterAndTheirPlace(String text, String masked) {
        ProfanityList own = list.with(List.of("spoiler alert"));

        assertThat(own.masked(text, "en", EnumSet.allOf(Kind.class))).isEqualTo(masked);
    }

    @Test
    void onlyTheKindsAskedForAreMasked() {
        assertThat(list.masked("shit, porn, retard", "en", Set.of(Kind.HATEFUL)))
                .isEqualTo("shit, porn, r*****");
    }
}
