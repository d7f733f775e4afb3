package dev.linnet.keywords.mining.vocabulary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vocabulary file remembers of its last mining.
 *
 * @param found the keywords that it found, by which a deleted one is known; empty for a file that was never mined
 * @param at when it was; null if the file does not say
 * @param posts how many posts were read; 0 if the file does not say
 */
public record LastMining(List<String> found, @Nullable Instant at, int posts) {
    /** Of a file that was never mined. */
    static final LastMining NEVER = new LastMining(List.of(), null, 0);

    public LastMining {
        found = List.copyOf(found);
    }

    LastMining withFound(List<String> texts) {
        return new LastMining(texts, at, posts);
    }
}
