package dev.linnet.pipeline;

import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.pipeline.alerts.PriorityAlertFunction;
import dev.linnet.pipeline.alerts.Watched;
import dev.linnet.pipeline.enrich.ProfanityRules;
import dev.linnet.pipeline.spikes.Sensitivity;
import java.time.Duration;
import java.util.Set;

/**
 * What the job's functions are told, whatever it reads from and writes to.
 *
 * @param languages ISO 639-1 codes that may pass; empty lets all pass
 * @param profanity what is done about profanity
 * @param reading how posts are read
 * @param suggestAbove the least relevance, 0 to 1, of a suggestion
 * @param keepAbove the least relevance, 0 to 1, of a post that goes anywhere
 * @param ownHandles the author's own accounts, lower case: what they post is never suggested
 * @param keepText whether points carry the post's text
 * @param alertsPerDay how many alerts may be raised a day
 * @param watched what of a keyword is watched for something unusual
 * @param sensitivity how rare a spike must be
 * @param priorityCooldown in event time: how long uses of a priority keyword join one alert
 * @param postMemory in processing time: how long a post or its deletion is remembered
 * @param copyMemory in processing time: how long a text is remembered, to know its copies
 * @param disorder in event time: how far a record may lag behind the newest before its windows close
 */
public record JobSettings(
        Set<String> languages,
        ProfanityRules profanity,
        PostReaderOptions reading,
        double suggestAbove,
        double keepAbove,
        Set<String> ownHandles,
        boolean keepText,
        int alertsPerDay,
        Set<Watched> watched,
        Sensitivity sensitivity,
        Duration priorityCooldown,
        Duration postMemory,
        Duration copyMemory,
        Duration disorder) {
    /** What is watched unless told otherwise: many posts that hardly matter are no news to an author. */
    private static final Set<Watched> WATCHED = Set.of(Watched.RELEVANCE, Watched.MOOD);

    public JobSettings {
        languages = Set.copyOf(languages);
        ownHandles = Set.copyOf(ownHandles);
        watched = Set.copyOf(watched);
    }

    /** What holds unless told otherwise. */
    public static JobSettings defaults() {
        return new JobSettings(
                Set.of(),
                ProfanityRules.all(ProfanityRules.Action.FLAG),
                PostReaderOptions.defaults(),
                0.6,
                0,
                Set.of(),
                false,
                10,
                WATCHED,
                Sensitivity.BALANCED,
                PriorityAlertFunction.COOLDOWN,
                Duration.ofDays(7),
                Duration.ofDays(1),
                Duration.ofSeconds(30));
    }

    /** The same with other thresholds. */
    public JobSettings withRelevance(double suggest, double keep) {
        return new JobSettings(
                languages,
                profanity,
                reading,
                suggest,
                keep,
                ownHandles,
                keepText,
                alertsPerDay,
                watched,
                sensitivity,
                priorityCooldown,
                postMemory,
                copyMemory,
                disorder);
    }

    /** The same with posts read in another way. */
    public JobSettings withReading(PostReaderOptions options) {
        return new JobSettings(
                languages,
                profanity,
                options,
                suggestAbove,
                keepAbove,
                ownHandles,
                keepText,
                alertsPerDay,
                watched,
                sensitivity,
                priorityCooldown,
                postMemory,
                copyMemory,
                disorder);
    }
}
