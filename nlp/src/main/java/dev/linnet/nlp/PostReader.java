package dev.linnet.nlp;

import dev.linnet.nlp.clauses.Clause;
import dev.linnet.nlp.clauses.Contrast;
import dev.linnet.nlp.language.LanguageIdentifier;
import dev.linnet.nlp.language.LanguageIdentifier.Identified;
import dev.linnet.nlp.names.NameFinder;
import dev.linnet.nlp.phrases.PhraseFinder;
import dev.linnet.nlp.profanity.Kind;
import dev.linnet.nlp.profanity.ProfanityList;
import dev.linnet.nlp.sentiment.FastSentiment;
import dev.linnet.nlp.sentiment.FullSentiment;
import dev.linnet.nlp.sentiment.NetworkVocabulary;
import dev.linnet.nlp.sentiment.ParsedSentiment;
import dev.linnet.nlp.sentiment.SentimentReader;
import dev.linnet.nlp.text.Hashtags;
import dev.linnet.nlp.text.LongRuns;
import dev.linnet.nlp.text.SocialText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Reads a post's text: clean text, language, profanity, mood, phrases and hashtags.
 *
 * <p>Safe for use by several threads; several readers share the models, which are loaded once in a JVM, by the first
 * {@link #open}. Every text gets an answer or an {@link UnreadablePostException}, never another error.
 */
public final class PostReader implements AutoCloseable {
    private final PostReaderOptions options;
    private final @Nullable SentimentReader sentiment;
    private final LanguageIdentifier languages;
    private final ProfanityList profanities;
    private final NameFinder names;
    private final ReadingCache cache;

    private PostReader(PostReaderOptions options, @Nullable SentimentReader sentiment) {
        this.options = options;
        this.sentiment = sentiment;
        this.languages = LanguageIdentifier.shared();
        this.profanities = ProfanityList.shipped().with(options.profaneWords());
        this.names = new NameFinder(NetworkVocabulary::has);
        this.cache = new ReadingCache(options.cachedReadings());
    }

    /**
     * Opens a reader, which loads the models it needs if this JVM has not loaded them yet; see {@link #awaitModels}.
     *
     * @throws IllegalStateException when a model is not on the classpath or cannot be read; the message names it
     */
    public static PostReader open(PostReaderOptions options) {
        loadAhead();
        SentimentReader sentiment = switch (options.sentimentMode()) {
            case OFF -> null;
            case FAST -> FastSentiment.shipped(options.maxTokens());
            case PARSED -> ParsedSentiment.open(options.budget(), options.maxTokens());
            case FULL -> FullSentiment.open(options.budget());
        };
        return new PostReader(options, sentiment).warmedUp();
    }

    /**
     * Opens a reader with a model of one's own, in {@link SentimentMode#FAST}.
     *
     * @param model a file that {@link dev.linnet.nlp.sentiment.SentimentTrainer} wrote
     * @throws IOException when it cannot be read or is no model for this version; the message names it
     */
    public static PostReader open(PostReaderOptions options, Path model) throws IOException {
        loadAhead();
        PostReaderOptions fast = options.withSentimentMode(SentimentMode.FAST).withBudget(options.budget());
        return new PostReader(fast, FastSentiment.of(model, options.maxTokens())).warmedUp();
    }

    /** The language model takes as long as the sentiment network, so both are loaded side by side. */
    private static void loadAhead() {
        LoggerFactory.getILoggerFactory(); // of two threads that begin logging at once, one loses its first messages
        LanguageIdentifier.shared();
    }

    /**
     * Waits until all models are loaded: {@link #open} returns before the language model is there, which texts that are plainly English do
     * not need.
     *
     * @throws IllegalStateException when a model is not on the classpath or cannot be read; the message names it
     */
    public PostReader awaitModels() {
        languages.awaitModel();
        return this;
    }

    /** Loads the classes that reading needs, which would else cost the first post half of its budget. */
    private PostReader warmedUp() {
        if (options.sentimentMode() == SentimentMode.FAST || options.sentimentMode() == SentimentMode.OFF) {
            try {
                readClean("It is cold in Hull today, but the readers don't mind :) #WarmUp", "en");
            } catch (UnreadablePostException e) {
                throw new IllegalStateException("Reading is broken: " + e.getMessage(), e);
            }
        }
        return this;
    }

    /**
     * Reads a post.
     *
     * @param text as the platform gave it, of any length and content
     * @param languageMark the platform's own mark, ISO 639-1, or {@code und}
     * @throws UnreadablePostException when the reading took longer than the budget, or broke; for the dead letters
     */
    public Reading read(String text, String languageMark) throws UnreadablePostException {
        String clean;
        try {
            clean = SocialText.clean(text, options.maxCharacters());
        } catch (RuntimeException | StackOverflowError e) {
            throw broken(e);
        }
        ReadingCache.Key key = new ReadingCache.Key(clean, languageMark);
        Reading known = cache.get(key);
        if (known != null) {
            return known;
        }
        Budget budget = new Budget(options.budget());
        Reading reading;
        try {
            reading = readClean(clean, languageMark);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw broken(e);
        }
        if (options.sentimentMode() == SentimentMode.FAST || options.sentimentMode() == SentimentMode.OFF) {
            budget.check();
        }
        cache.put(key, reading);
        return reading;
    }

    private Reading readClean(String clean, String languageMark) throws UnreadablePostException {
        String parted = LongRuns.parted(clean);
        Identified language = languages.identify(clean, languageMark);
        Sentiment sentiment = mood(parted, language.language());
        return new Reading(
                clean,
                language.language(),
                language.confidence(),
                profanities.find(parted, language.language()),
                sentiment,
                clauses(parted, language.language(), sentiment),
                PhraseFinder.find(parted),
                Hashtags.of(parted),
                names.find(parted, language.language()));
    }

    private Sentiment mood(String clean, String language) throws UnreadablePostException {
        if (sentiment == null || !options.sentimentLanguages().contains(language)) {
            return Sentiment.UNKNOWN;
        }
        return sentiment.read(clean);
    }

    /** Clauses are known by English words, and {@link SentimentMode#FULL} is CoreNLP untouched. */
    private List<ClauseMood> clauses(String clean, String language, Sentiment whole) throws UnreadablePostException {
        if (whole.label() == Sentiment.Label.UNKNOWN
                || !language.equals("en")
                || options.sentimentMode() == SentimentMode.FULL) {
            return List.of();
        }
        List<ClauseMood> moods = new ArrayList<>();
        for (Clause clause : Contrast.clauses(clean)) {
            moods.add(new ClauseMood(clause.text(), mood(clause.verdict(), language)));
        }
        return moods;
    }

    /**
     * The words that a reading's mood comes from, strongest first; none when the mood is unknown. It reads the text again for
     * each word.
     *
     * @throws UnreadablePostException when one of the readings breaks
     */
    public List<MoodPart> explain(Reading reading) throws UnreadablePostException {
        if (sentiment == null || reading.sentiment().label() == Sentiment.Label.UNKNOWN) {
            return List.of();
        }
        try {
            return MoodParts.of(reading, sentiment);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw broken(e);
        }
    }

    /** The reading with asterisks in its profane words of these kinds; itself when it has none. */
    public Reading masked(Reading reading, Set<Kind> kinds) {
        return holds(reading, kinds) ? new Masking(profanities, kinds, reading.language()).of(reading) : reading;
    }

    /** A post's own text with asterisks in the profane words that reading it found, of these kinds. */
    public String masked(String text, Reading reading, Set<Kind> kinds) {
        return holds(reading, kinds) ? new Masking(profanities, kinds, reading.language()).of(text) : text;
    }

    private static boolean holds(Reading reading, Set<Kind> kinds) {
        return reading.profanities().stream().anyMatch(found -> kinds.contains(found.kind()));
    }

    private static UnreadablePostException broken(Throwable cause) {
        return new UnreadablePostException(
                "Reading broke with " + cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }

    /** How many readings came from the cache since the reader was opened. */
    public long cacheHits() {
        return cache.hits();
    }

    /** How many texts were read anew since the reader was opened. */
    public long cacheMisses() {
        return cache.misses();
    }

    /** The share of texts that came from the cache since the reader was opened, 0 to 1. */
    public double cacheHitRate() {
        long all = cache.hits() + cache.misses();
        return all == 0 ? 0 : (double) cache.hits() / all;
    }

    /** Ends the reader's own threads, which only {@link SentimentMode#PARSED} and {@link SentimentMode#FULL} have; the shared models stay. */
    @Override
    public void close() {
        if (sentiment != null) {
            sentiment.close();
        }
    }
}
