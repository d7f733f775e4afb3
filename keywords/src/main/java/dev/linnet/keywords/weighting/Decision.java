package dev.linnet.keywords.weighting;

import java.util.Map;

/**
 * One suggestion that was found wanted or unwanted, as it is learnt from.
 *
 * @param sequence its place in the journal
 * @param subject the suggestion's id
 * @param approved whether it was approved
 * @param reason why it was rejected, as {@link Reason} names it, or empty
 * @param weight how much it counts: 1 as one usual decision, less where a suggestion only expired, and for an approval up to 1.5 by
 *     how well it did once shared
 * @param features the features the suggestion had when it was decided, {@code kind:name} → value; what is not a finite
 *     number is refused
 */
public record Decision(
        long sequence, String subject, boolean approved, String reason, double weight, Map<String, Double> features) {
    public Decision {
        features = Map.copyOf(features);
        if (!(weight > 0 && weight <= 2)) {
            throw new IllegalArgumentException(
                    "decision " + sequence + " on " + subject + " must count above 0 and at most 2, but " + weight);
        }
        features.forEach((key, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("feature '" + key + "' of decision " + sequence + " on " + subject
                        + " must be a finite number, but is " + value);
            }
        });
    }

    /** A decision that counts as one. */
    public Decision(long sequence, String subject, boolean approved, String reason, Map<String, Double> features) {
        this(sequence, subject, approved, reason, 1, features);
    }

    /** Whether a person made it; an expiry shows no change of interest. */
    public boolean isDecided() {
        return weight > Standing.EXPIRED;
    }
}
