package dev.linnet.nlp.language;

import dev.linnet.nlp.text.Emoji;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Tells the language of a post: the platform's own mark, checked against the text.
 *
 * <p>Letters that only one language writes decide by themselves. Otherwise a detector reads the text. The mark wins unless
 * the detector is confident of another language; without a mark a text that is too short for a confident answer is
 * {@code und}. Safe for use by several threads.
 */
public final class LanguageIdentifier {
    /** The code of a language that could not be told. */
    public static final String UNDETERMINED = "und";

    private static final int FEWEST_LETTERS = 6;

    /** From here the detector is believed where there is no mark. */
    private static final double BELIEVED = 0.6;

    /** From here the detector is believed against the mark. */
    private static final double OVERRULES = 0.97;

    private static final double MARK_ALONE = 0.7;
    private static final double AGREED = 0.97;

    private final CompletableFuture<LanguageDetector> detector;

    private LanguageIdentifier(CompletableFuture<LanguageDetector> detector) {
        this.detector = detector;
    }

    /**
     * What was found.
     *
     * @param language ISO 639-1, or {@code und}
     * @param confidence 0 to 1
     */
    public record Identified(String language, double confidence) {}

    /**
     * The identifier of this JVM. Its model is loaded from the first call on, by a thread of its own: texts that can be told without
     * it are told at once, others wait for it.
     */
    public static LanguageIdentifier shared() {
        return Shared.IDENTIFIER;
    }

    /**
     * Waits until the model is loaded.
     *
     * @throws IllegalStateException when it is not on the classpath or cannot be read; the message names it
     */
    public void awaitModel() {
        detector();
    }

    private LanguageDetector detector() {
        try {
            return detector.join();
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException("The language model cannot be loaded: " + cause.getMessage(), cause);
        }
    }

    /**
     * The language of a clean text.
     *
     * @param mark the platform's mark, with or without a region ({@code pt-BR}); empty or {@code und} when there is none
     */
    public Identified identify(String text, String mark) {
        String marked = normalize(mark);
        String letters = letters(text);
        Identified byScript = Scripts.identify(letters);
        if (byScript != null) {
            // Chinese letters alone may be a Japanese headline, which the mark knows.
            return byScript.language().equals("zh") && marked.equals("ja") ? byMark(marked) : byScript;
        }
        if (letters.length() < FEWEST_LETTERS) {
            return byMark(marked);
        }
        if (marked.equals("en") && EnglishWords.are(letters)) {
            return new Identified(marked, AGREED);
        }
        Identified found = detector().detect(letters);
        if (found.language().equals(marked)) {
            return new Identified(marked, Math.max(found.confidence(), MARK_ALONE));
        }
        double needed = marked.equals(UNDETERMINED) ? BELIEVED : OVERRULES;
        return found.confidence() >= needed ? found : byMark(marked);
    }

    private static Identified byMark(String marked) {
        return new Identified(marked, marked.equals(UNDETERMINED) ? 0 : MARK_ALONE);
    }

    /** {@code en} of {@code en}, {@code EN}, {@code en-GB}; {@code und} of what is no ISO 639-1 code. */
    private static String normalize(String mark) {
        String language = mark.strip().toLowerCase(Locale.ROOT);
        int region = language.indexOf('-') < 0 ? language.indexOf('_') : language.indexOf('-');
        if (region > 0) {
            language = language.substring(0, region);
        }
        return switch (language) {
            case "in" -> "id";
            case "iw" -> "he";
            case "ji" -> "yi";
            case "nb", "nn" -> "no";
            default ->
                language.length() == 2 && language.chars().allMatch(c -> c >= 'a' && c <= 'z')
                        ? language
                        : UNDETERMINED;
        };
    }

    /** The words of a text without mentions, hashtags, signs and digits, which say nothing of its language. */
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(Math.min(text.length(), LanguageDetector.LONGEST));
        boolean skipped = false;
        int previous = ' ';
        for (int i = 0; i < text.length() && letters.length() < LanguageDetector.LONGEST; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean space = Character.isWhitespace(point);
            skipped = !space && (skipped || point == '@' || point == '#');
            boolean letter = Character.isLetter(point)
                    || Character.getType(point) == Character.NON_SPACING_MARK && !Emoji.isPictograph(point)
                    || Character.getType(point) == Character.COMBINING_SPACING_MARK
                    || point == '\''
                    || point == '’';
            int kept = letter && !skipped ? point : ' ';
            if (kept != ' ' || previous != ' ') {
                letters.appendCodePoint(kept);
            }
            previous = kept;
        }
        return letters.toString().strip();
    }

    private static final class Shared {
        static final Executor OWN_THREAD = task -> {
            Thread loader = new Thread(task, "language-model");
            loader.setDaemon(true);
            loader.start();
        };
        static final LanguageIdentifier IDENTIFIER =
                new LanguageIdentifier(CompletableFuture.supplyAsync(LanguageDetector::load, OWN_THREAD));
    }
}
