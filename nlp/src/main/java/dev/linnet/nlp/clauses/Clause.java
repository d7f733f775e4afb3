package dev.linnet.nlp.clauses;

/**
 * A part of a post that says one thing.
 *
 * @param text what stands in it
 * @param verdict the part of it that tells its mood: of "it is slow but I love it" only what follows the "but"
 */
public record Clause(String text, String verdict) {
    Clause and(Clause next, Seam seam) {
        String joined = text + " " + next.text;
        return new Clause(
                joined,
                switch (seam) {
                    case BUT -> next.verdict;
                    case ALTHOUGH -> verdict;
                    case STOP -> joined;
                });
    }
}
