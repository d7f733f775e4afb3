package dev.linnet.nlp.language;

import dev.linnet.nlp.language.LanguageIdentifier.Identified;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache OpenNLP's language detector, asked only about languages that are common on social platforms, with a confidence
 * that can be read as one.
 *
 * <p>OpenNLP's probabilities are nearly flat (0.024 against 0.020 for a whole English sentence), as they are means over the
 * text's letter groups. Raised to a power that grows with the text's length they tell how sure the answer is.
 */
final class LanguageDetector {
    /** More of a text than this makes no answer surer. */
    static final int LONGEST = 300;

    private static final Logger LOG = LoggerFactory.getLogger(LanguageDetector.class);
    private static final String MODEL = "/langdetect-183.bin";

    private static final Set<String> COMMON = Set.of(
            "en", "es", "pt", "fr", "de", "it", "nl", "ca", "id", "tl", "tr", "pl", "ru", "uk", "ar", "fa", "ur", "hi",
            "mr", "ne", "sv", "da", "nb", "fi", "et", "lv", "lt", "cs", "sk", "sl", "hr", "sr", "bg", "ro", "hu", "vi",
            "cy", "eu", "is", "ht", "sq", "mk");

    private final LanguageDetectorME detector;
    private final Map<String, String> codes;

    private LanguageDetector(LanguageDetectorModel model) {
        detector = new LanguageDetectorME(model);
        codes = codes(detector.getSupportedLanguages());
    }

    static LanguageDetector load() {
        long start = System.nanoTime();
        try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(MODEL + " is missing: put opennlp-models-langdetect on the classpath");
            }
            LanguageDetector detector = new LanguageDetector(new LanguageDetectorModel(in));
            LOG.info(
                    "Loaded OpenNLP's language detector in {} ms",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            return detector;
        } catch (IOException e) {
            throw new UncheckedIOException(MODEL + " cannot be read", e);
        }
    }

    /** The most probable of the common languages. */
    Identified detect(String letters) {
        double power = power(letters.length());
        String best = LanguageIdentifier.UNDETERMINED;
        double highest = 0;
        double sum = 0;
        for (Language language : detector.predictLanguages(letters)) {
            String code = codes.get(language.getLang());
            if (code != null) {
                double likelihood = Math.exp(power * Math.log(Math.max(language.getConfidence() * 50, 1e-9)));
                sum += likelihood;
                if (likelihood > highest) {
                    highest = likelihood;
                    best = code;
                }
            }
        }
        return new Identified(best, sum == 0 ? 0 : highest / sum);
    }

    private static double power(int letters) {
        return 3 * Math.sqrt(letters);
    }

    /** The detector's own codes, ISO 639-3, to ISO 639-1. */
    private static Map<String, String> codes(String[] supported) {
        Map<String, String> byLong = new HashMap<>();
        for (String code : COMMON) {
            byLong.put(new Locale(code).getISO3Language(), code);
        }
        byLong.put("pes", "fa");
        byLong.put("ekk", "et");
        byLong.put("lvs", "lv");
        Map<String, String> codes = new HashMap<>();
        for (String code : supported) {
            String shortCode = byLong.get(code);
            if (shortCode != null) {
                codes.put(code, shortCode);
            }
        }
        return Map.copyOf(codes);
    }
}
