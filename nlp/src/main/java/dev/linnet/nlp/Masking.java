package dev.linnet.nlp;

import dev.linnet.nlp.profanity.Kind;
import dev.linnet.nlp.profanity.Profanity;
import dev.linnet.nlp.profanity.ProfanityList;
import java.util.List;
import java.util.Set;

/** Puts asterisks into the profane words of some kinds, wherever a reading has them. */
record Masking(ProfanityList list, Set<Kind> kinds, String language) {
    String of(String text) {
        return list.masked(text, language, kinds);
    }

    /** The reading masked; phrases, hashtags and names that hold such a word are left out. */
    Reading of(Reading reading) {
        return new Reading(
                of(reading.cleanText()),
                reading.language(),
                reading.languageConfidence(),
                reading.profanities().stream()
                        .map(found -> new Profanity(of(found.word()), found.kind()))
                        .toList(),
                reading.sentiment(),
                reading.clauses().stream()
                        .map(clause -> new ClauseMood(of(clause.text()), clause.sentiment()))
                        .toList(),
                decent(reading.phrases()),
                decent(reading.hashtags()),
                decent(reading.names()));
    }

    private List<String> decent(List<String> texts) {
        return texts.stream().filter(text -> of(text).equals(text)).toList();
    }
}
