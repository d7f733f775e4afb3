package dev.linnet.pipeline.enrich;

import dev.linnet.nlp.Reading;
import dev.linnet.nlp.profanity.Kind;
import dev.linnet.nlp.profanity.Profanity;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is done about profanity, by its kind.
 *
 * @param profane about swearing, insults and the user's own words
 * @param sexual about coarse words of sex
 * @param hateful about slurs
 */
public record ProfanityRules(Action profane, Action sexual, Action hateful) implements Serializable {
    /** What is done about a post with profanity; it is volatile in any case. */
    public enum Action {
        /** It goes on as it is. */
        FLAG,
        /** It goes on with asterisks in the words. */
        MASK,
        /** It goes no further. */
        DROP
    }

    /** The same for every kind. */
    public static ProfanityRules all(Action action) {
        return new ProfanityRules(action, action, action);
    }

    /** Why the post is dropped, as the balance calls it; empty when it is not. */
    String reasonToDrop(Reading reading) {
        for (Profanity found : reading.profanities()) {
            if (action(found.kind()) == Action.DROP) {
                return switch (found.kind()) {
                    case PROFANE, OWN -> "profanity";
                    case SEXUAL -> "sexual";
                    case HATEFUL -> "hateful";
                };
            }
        }
        return "";
    }

    /** The kinds of words that are masked. */
    Set<Kind> masked() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (action(kind) == Action.MASK) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private Action action(Kind kind) {
        return switch (kind) {
            case PROFANE, OWN -> profane;
            case SEXUAL -> sexual;
            case HATEFUL -> hateful;
        };
    }
}
