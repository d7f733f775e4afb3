package dev.linnet.nlp.language;

import dev.linnet.nlp.language.LanguageIdentifier.Identified;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * text's letter groups. Raised to a power that grows with the text's length, and weighed by how common a language is in
 * posts, they tell how sure the answer is.
 */
final class LanguageDetector {
    /** More of a text than this makes no answer surer. */
    static final int LONGEST = 300;

    private static final Logger LOG = LoggerFactory.getLogger(LanguageDetector.class);
    private static final String MODEL = "/langdetect-183.bin";

    /** How common a language is in public posts, roughly; what is not named has {@link #RARE}. */
    private static final Map<String, Double> COMMON = Map.ofEntries(
            Map.entry("en", .45),
            Map.entry("es", .12),
            Map.entry("pt", .07),
            Map.entry("ar", .06),
            Map.entry("id", .06),
            Map.entry("fr", .04),
            Map.entry("de", .03),
            Map.entry("it", .03),
            Map.entry("ru", .03),
            Map.entry("tl", .03),
            Map.entry("tr", .03),
            Map.entry("hi", .02),
            Map.entry("nl", .02));

    private static final double RARE = .002;

    /** OpenNLP's codes, ISO 639-3, of the languages asked about, with their ISO 639-1. */
    private static final Map<String, String> CODES = Stream.of(
                    "eng=en spa=es por=pt fra=fr deu=de ita=it nld=nl cat=ca glg=gl ind=id tgl=tl ceb=tl tur=tr pol=pl rus=ru",
                    "ukr=uk bul=bg srp=sr mkd=mk ara=ar pes=fa fas=fa urd=ur hin=hi mar=mr nep=ne swe=sv dan=da nob=no",
                    "nno=no fin=fi est=et ekk=et lav=lv lvs=lv lit=lt ces=cs slk=sk slv=sl hrv=hr ron=ro hun=hu vie=vi",
                    "cym=cy eus=eu isl=is sqi=sq afr=af")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(pair -> pair.split("="))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    /** Fitted on 9,000 posts by likelihood; what they are said to be is then as often right as the confidence says. */
    private static final double POWER = 4;

    private static final double POWER_BY_LENGTH = 0.4;

    private final LanguageDetectorME detector;

    private LanguageDetector(LanguageDetectorModel model) {
        detector = new LanguageDetectorME(model);
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
        double power = POWER * Math.pow(letters.length(), POWER_BY_LENGTH);
        Map<String, Double> likelihoods = new HashMap<>();
        for (Language language : detector.predictLanguages(letters)) {
            String code = CODES.get(language.getLang());
            if (code != null) {
                likelihoods.merge(code, likelihood(code, language.getConfidence(), power), Math::max);
            }
        }
        String best = LanguageIdentifier.UNDETERMINED;
        double highest = 0;
        double sum = 0;
        for (Map.Entry<String, Double> language : likelihoods.entrySet()) {
            sum += language.getValue();
            if (language.getValue() > highest) {
                highest = language.getValue();
                best = language.getKey();
            }
        }
        return new Identified(best, sum == 0 ? 0 : highest / sum);
    }

    private static double likelihood(String code, double flat, double power) {
        // Times 50 keeps the power of a probability near 1/103, and of one twice as high, far from under- and overflow.
        return COMMON.getOrDefault(code, RARE) * Math.pow(Math.max(flat, 1e-4) * 50, power);
    }
}
