package dev.linnet.pipeline.config;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides whether a password is hard enough to guess: at least 8 characters, and at least a million guesses, or a hundred million
 * where others than this machine's programs can try, by the estimate of zxcvbn (Wheeler 2016, "zxcvbn: Low-Budget Password Strength Estimation"), which knows common passwords,
 * names, keyboard rows, dates and repetitions.
 */
public final class PasswordRule {
    /** The least length, in characters. */
    static final int MIN_LENGTH = 8;

    // The console reads no longer body of a login than 1 KiB.
    private static final int MAX_ENCODED_LENGTH = 1_000;
    private static final double MIN_GUESSES = 1e6;
    private static final double MIN_GUESSES_EXPOSED = 1e8;
    // The estimate takes seconds for texts of a few hundred characters.
    private static final int ESTIMATED_LENGTH = 100;
    private static final int MIN_WORD_LENGTH = 4;
    private static final List<String> OWN_WORDS = List.of("linnet", "console");
    private static final String ADVICE = "take four unrelated words, or 12 random characters";

    private final Zxcvbn estimator = new Zxcvbn();
    private final List<String> words;
    private final double minGuesses;

    /**
     * @param personal texts that an attacker knows, such as the author's name and handles
     * @param isExposed whether others than programs of this machine can try passwords
     */
    public PasswordRule(List<String> personal, boolean isExposed) {
        minGuesses = isExposed ? MIN_GUESSES_EXPOSED : MIN_GUESSES;
        words = Stream.concat(OWN_WORDS.stream(), personal.stream())
                .flatMap(text -> Pattern.compile("[^\\p{L}\\p{N}]+").splitAsStream(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= MIN_WORD_LENGTH)
                .distinct()
                .toList();
    }

    /** What is wrong with a password, as the rest of a sentence that does not contain it; empty when it is good. */
    public Optional<String> problem(String password) {
        if (password.isBlank()) {
            return Optional.of("is empty; leave the key out for no password, or set one");
        }
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            return Optional.of("is too short: it needs at least " + MIN_LENGTH + " characters; " + ADVICE);
        }
        if (URLEncoder.encode(password, StandardCharsets.UTF_8).length() > MAX_ENCODED_LENGTH) {
            return Optional.of("is too long: the login form takes " + MAX_ENCODED_LENGTH + " bytes");
        }
        if (guesses(password) < minGuesses) {
            return Optional.of("is too easy to guess: it is common, or made of a pattern; " + ADVICE);
        }
        return Optional.empty();
    }

    private double guesses(String password) {
        String text = password.substring(0, Math.min(password.length(), ESTIMATED_LENGTH));
        String rest = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        double whole = estimator.measure(text, words).getGuesses();
        return rest.length() == text.length()
                ? whole
                : Math.min(whole, estimator.measure(rest).getGuesses());
    }
}
