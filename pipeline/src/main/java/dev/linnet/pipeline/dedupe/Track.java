package dev.linnet.pipeline.dedupe;

import java.time.Instant;
import java.util.Comparator;

/**
 * What {@link DedupeFunction} remembers of one post: enough to know it again, not its content.
 *
 * @param revision counts the versions that were told, from 1; 0 for a post of which nothing was told yet
 * @param version the newest version that was met
 * @param group the group of the version that was told last
 * @param created when the post was made, in that version
 * @param told the largest count of reposts that any record told
 * @param reposts how many different reposts were seen
 * @param firstSeen the earliest event time at which the post was met
 * @param trustedVia the trusted author who reposted it, the first by name where there are several; or empty
 * @param raised whether there is something to tell that was not told yet
 * @param deleted whether the post is gone
 * @param forgetAt processing time, milliseconds, after which nothing is remembered
 */
public record Track(
        int revision,
        Version version,
        long group,
        Instant created,
        long told,
        long reposts,
        Instant firstSeen,
        String trustedVia,
        boolean raised,
        boolean deleted,
        long forgetAt) {

    /**
     * A version of a post, as one record tells it. The greater of two counts as the newer one: the later edit; of one edit the
     * record that is let in, as a trusted author may have reposted it; then the later record; then the larger hash.
     *
     * @param edited when it was written; {@link Instant#EPOCH} for the first version
     * @param wanted whether the filter lets it in
     * @param at event time of the record
     * @param hash a hash of its content
     */
    public record Version(Instant edited, boolean wanted, Instant at, long hash) implements Comparable<Version> {
        private static final Comparator<Version> ORDER = Comparator.comparing(Version::edited)
                .thenComparing(Version::wanted)
                .thenComparing(Version::at)
                .thenComparing(Version::hash);

        @Override
        public int compareTo(Version other) {
            return ORDER.compare(this, other);
        }
    }

    /** How often the post is known to have been reposted. */
    long reach() {
        return Math.max(told, reposts);
    }

    Track deletedUntil(long forgetAt) {
        return new Track(revision, version, group, created, told, 0, firstSeen, "", false, true, forgetAt);
    }

    /** With another version met, of which there is nothing to tell. */
    Track met(Version newest) {
        return new Track(
                revision,
                newest,
                group,
                created,
                told,
                reposts,
                firstSeen,
                trustedVia,
                raised && newest.wanted(),
                deleted,
                forgetAt);
    }

    /** With another version to be told. */
    Track next(Version newest, long group, Instant created) {
        return new Track(
                revision + 1, newest, group, created, told, reposts, firstSeen, trustedVia, raised, deleted, forgetAt);
    }

    Track seen(long told, long reposts, Instant firstSeen, String trustedVia, boolean raised) {
        return new Track(
                revision, version, group, created, told, reposts, firstSeen, trustedVia, raised, deleted, forgetAt);
    }

    static Track tombstone(Instant at, long forgetAt) {
        return new Track(0, new Version(Instant.EPOCH, false, at, 0), 0, at, 0, 0, at, "", false, true, forgetAt);
    }
}
