package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.text.Emoji;
import dev.linnet.nlp.text.Hashtags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the tokens of a post into words that a network trained on film reviews knows: signs with a mood into words with
 * that mood, hashtags into their words, drawn-out and shouted words into plain ones; mentions go.
 */
final class NetworkWords {
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

    private static final Map<String, List<String>> SHORT_FORMS = Map.ofEntries(
            Map.entry("u", List.of("you")),
            Map.entry("ur", List.of("your")),
            Map.entry("r", List.of("are")),
            Map.entry("luv", List.of("love")),
            Map.entry("lovin", List.of("loving")),
            Map.entry("gr8", List.of("great")),
            Map.entry("thx", List.of("thanks")),
            Map.entry("dont", List.of("do", "n't")),
            Map.entry("didnt", List.of("did", "n't")),
            Map.entry("doesnt", List.of("does", "n't")),
            Map.entry("isnt", List.of("is", "n't")),
            Map.entry("wasnt", List.of("was", "n't")),
            Map.entry("wont", List.of("wo", "n't")),
            Map.entry("cant", List.of("ca", "n't")),
            Map.entry("lol", List.of("funny")),
            Map.entry("lmao", List.of("funny")),
            Map.entry("haha", List.of("funny")),
            Map.entry("hahaha", List.of("funny")),
            Map.entry("wtf", List.of("awful")),
            Map.entry("smh", List.of("sad")),
            Map.entry("ugh", List.of("awful")),
            Map.entry("yay", List.of("wonderful")),
            Map.entry("woohoo", List.of("wonderful")),
            Map.entry("congrats", List.of("wonderful")));

    private final Predicate<String> known;

    /** @param known whether the network has a vector for a word */
    NetworkWords(Predicate<String> known) {
        this.known = known;
    }

    /** The words of a sentence of tokens; may be empty. */
    List<String> of(List<String> tokens) {
        List<String> words = new ArrayList<>(tokens.size());
        for (String token : tokens) {
            add(token, words);
        }
        return words;
    }

    private void add(String token, List<String> words) {
        char first = token.charAt(0);
        if (first == '@' && token.length() > 1) {
            return;
        }
        if (first == '#' && token.length() > 1) {
            for (String word : Hashtags.words(token.substring(1))) {
                addWord(word, words);
            }
            return;
        }
        Emoji.Mood mood = Emoji.mood(token);
        if (mood != null) {
            words.add(word(mood));
        } else if (!Emoji.isPictograph(token.codePointAt(0))) {
            addWord(token, words);
        }
    }

    private void addWord(String token, List<String> words) {
        String found = lookUp(token);
        if (found != null) {
            words.add(found);
            return;
        }
        List<String> meant = SHORT_FORMS.get(token.toLowerCase(Locale.ROOT));
        if (meant != null) {
            words.addAll(meant);
        } else {
            words.add(plain(token));
        }
    }

    /** A drawn-out word as it is usually written, or the token itself, which the network takes for unknown. */
    private String plain(String token) {
        if (!DRAWN_OUT.matcher(token).find()) {
            return token;
        }
        String twice = lookUp(DRAWN_OUT.matcher(token).replaceAll("$1$1"));
        String once = lookUp(DRAWN_OUT.matcher(token).replaceAll("$1"));
        return twice != null ? twice : once != null ? once : token;
    }

    private @Nullable String lookUp(String word) {
        if (known.test(word)) {
            return word;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        return known.test(lower) ? lower : null;
    }

    private static String word(Emoji.Mood mood) {
        return switch (mood) {
            case JOY -> "wonderful";
            case LOVE -> "love";
            case ANGER -> "awful";
            case GRIEF -> "sad";
        };
    }
}
