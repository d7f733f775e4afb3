package dev.linnet.pipeline.phrases;

/**
 * A post in the detector's memory.
 *
 * @param post the post
 * @param copies how many posts of the stream it stands for, 1 or more: of the many that are not wanted only a part is held
 * @param decided 1 when it was approved, −1 when it was rejected, 0 when nobody decided
 * @param place its number in the stream
 */
public record HeldPost(PhrasePost post, double copies, int decided, long place) {
    static final double RELEVANT = 0.5;

    /** How surely it is wanted, 0 to 1. */
    double wanted() {
        return decided == 0 ? post.relevance() : decided > 0 ? 1 : 0;
    }

    boolean isRelevant() {
        return wanted() >= RELEVANT;
    }

    /** Who counts as its author. */
    String counted() {
        return post.author().isEmpty() ? "\n" + post.group() : post.author();
    }
}
