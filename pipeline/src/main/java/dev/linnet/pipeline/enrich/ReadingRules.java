package dev.linnet.pipeline.enrich;

import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.pipeline.filter.FilterRules;
import java.io.Serializable;

/**
 * How posts are read, and which of them go no further.
 *
 * @param options how they are read
 * @param filter the languages that may pass
 * @param profanity what is done about profanity
 */
public record ReadingRules(PostReaderOptions options, FilterRules filter, ProfanityRules profanity)
        implements Serializable {}
