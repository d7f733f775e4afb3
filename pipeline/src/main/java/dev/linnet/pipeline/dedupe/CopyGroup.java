package dev.linnet.pipeline.dedupe;

import dev.linnet.pipeline.filter.Candidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The posts that share one text, as far as they are kept whole; the earliest stands for all of them.
 *
 * @param best the earliest members by creation and key, earliest first, at most {@link #MOST_WHOLE}
 * @param shown the key of the member that was last put forward, or empty
 * @param othersReach what the members beyond these add to the reach
 * @param raised whether the reach grew since the shown member was put forward
 * @param forgetAt processing time, milliseconds, after which nothing is remembered
 */
public record CopyGroup(List<Member> best, String shown, long othersReach, boolean raised, long forgetAt) {
    /**
     * Members kept whole. Others add to the reach, but can't take the first one's place; that would need as many deletions
     * of one text within the group's memory.
     */
    static final int MOST_WHOLE = 16;

    private static final Comparator<Member> EARLIEST =
            Comparator.comparing(Member::created).thenComparing(Member::key);

    /**
     * A post of the group.
     *
     * @param key {@code platform:id}
     * @param revision its version
     * @param created when it was made
     * @param reach how often it was reposted
     * @param firstSeen the earliest event time at which it was met
     * @param candidate its content
     */
    public record Member(
            String key, int revision, Instant created, long reach, Instant firstSeen, Candidate candidate) {

        /** What the member adds to another's reach: itself, and its reposts. */
        long share() {
            return 1 + reach;
        }
    }

    static CopyGroup empty(long forgetAt) {
        return new CopyGroup(List.of(), "", 0, false, forgetAt);
    }

    /** The member that stands for all. */
    @Nullable
    Member winner() {
        return best.isEmpty() ? null : best.get(0);
    }

    @Nullable
    Member find(String key) {
        for (Member member : best) {
            if (member.key().equals(key)) {
                return member;
            }
        }
        return null;
    }

    /** The winner's reach: its own reposts, its copies, and theirs. */
    long reach() {
        long sum = othersReach - 1;
        for (Member member : best) {
            sum += member.share();
        }
        return sum;
    }

    CopyGroup without(String key) {
        List<Member> rest = new ArrayList<>(best);
        rest.removeIf(member -> member.key().equals(key));
        return new CopyGroup(rest, shown, othersReach, raised, forgetAt);
    }

    /** With a member in its place; may hold one more than {@link #MOST_WHOLE} then. */
    CopyGroup with(Member member) {
        List<Member> more = new ArrayList<>(best);
        more.removeIf(old -> old.key().equals(member.key()));
        more.add(member);
        more.sort(EARLIEST);
        return new CopyGroup(more, shown, othersReach, raised, forgetAt);
    }

    CopyGroup showing(String key) {
        return new CopyGroup(best, key, othersReach, raised, forgetAt);
    }

    CopyGroup withOthers(long reach) {
        return new CopyGroup(best, shown, reach, raised, forgetAt);
    }

    CopyGroup raised(boolean value) {
        return new CopyGroup(best, shown, othersReach, value, forgetAt);
    }
}
