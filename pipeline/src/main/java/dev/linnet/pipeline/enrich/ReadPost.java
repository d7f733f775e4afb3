package dev.linnet.pipeline.enrich;

import dev.linnet.nlp.Reading;
import dev.linnet.nlp.Sentiment;
import dev.linnet.pipeline.dedupe.PostChange;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change with what reading the post brought to light.
 *
 * @param change the change
 * @param reading what the post says; only with {@link PostChange.Action#PUT}
 * @param moods the moods towards keywords that are not that of the whole post
 */
public record ReadPost(PostChange change, @Nullable Reading reading, Map<String, Sentiment> moods) {
    /** The reading, where there is one. */
    public Reading requireReading() {
        return Objects.requireNonNull(reading, () -> change.action() + " of " + change.key() + " was not read");
    }
}
