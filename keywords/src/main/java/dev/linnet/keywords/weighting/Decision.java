package dev.linnet.keywords.weighting;

import java.util.Map;

/**
 * One approval or rejection, as the journal has it.
 *
 * @param sequence its place in the journal
 * @param subject the suggestion's id
 * @param approved whether it was approved
 * @param reason why it was rejected, as {@link Reason} names it, or empty
 * @param features the features the suggestion had when it was decided, {@code kind:name} → value; what is not a finite
 *     number is refused
 */
public record Decision(long sequence, String subject, boolean approved, String reason, Map<String, Double> features) {
    public Decision {
        features = Map.copyOf(features);
        features.forEach((key, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("feature '" + key + "' of decision " + sequence + " on " + subject
                        + " must be a finite number, but is " + value);
            }
        });
    }
}
