package dev.linnet.keywords.mining.phrase;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what a {@link TextProfile} is made of. */
final class ProfileReader {
    private static final Set<String> PEOPLE =
            Set.of("he", "she", "his", "her", "him", "i", "my", "you", "who", "said", "mr", "year", "years");

    private int tokens;
    private int words;
    private int names;
    private int people;
    private int verbs;
    private int properNouns;
    private int meaning;
    private long characters;
    private int phrases;
    private int phraseWords;

    void token(Token token, @Nullable Token before) {
        tokens++;
        if (token.isWord()) {
            words++;
            names += before != null && before.isWord() && token.isCapitalised() ? 1 : 0;
            people += PEOPLE.contains(token.lower()) ? 1 : 0;
            verbs += token.tag().equals("VERB") ? 1 : 0;
            properNouns += token.tag().equals("PROPN") ? 1 : 0;
        }
    }

    void meaning(Token token) {
        meaning++;
        characters += token.lower().length();
    }

    void phrase(int length) {
        phrases++;
        phraseWords += length;
    }

    TextProfile profile() {
        double all = Math.max(1, words);
        return new TextProfile(
                tokens,
                names / all,
                people / all,
                verbs / all,
                properNouns / all,
                (double) characters / Math.max(1, meaning),
                (double) phraseWords / Math.max(1, phrases));
    }
}
