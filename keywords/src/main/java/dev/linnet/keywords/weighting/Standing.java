package dev.linnet.keywords.weighting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Which lessons count once undos and rollbacks are heard, and the decisions that they make.
 *
 * <p>An act is void when a later act that is not void itself undoes it, or rolls back to before it. So the acts are judged from
 * the newest to the oldest: whatever may void one has been judged before it. An undo that is rolled back undoes nothing, and
 * the weights after a rollback are those that were at the moment it names.
 */
final class Standing {
    /** How much of a rejection a suggestion is that expired. */
    static final double EXPIRED = 0.1;

    private Standing() {}

    /** The decisions that count, in their order. */
    static List<Decision> decisions(NavigableMap<Long, Lesson> lessons) {
        List<Lesson> standing = lessons(lessons);
        Outcomes outcomes = new Outcomes(standing.stream()
                .filter(lesson -> lesson.kind() == Lesson.Kind.OUTCOME)
                .toList());
        return standing.stream()
                .filter(Lesson::isDecision)
                .map(lesson -> decision(lesson, outcomes))
                .toList();
    }

    /** The decision that a lesson makes. */
    static Decision decision(Lesson lesson, Outcomes outcomes) {
        double weight = switch (lesson.kind()) {
            case APPROVE -> outcomes.weight(lesson.subject());
            case EXPIRE -> EXPIRED;
            default -> 1;
        };
        boolean approved = lesson.kind() == Lesson.Kind.APPROVE;
        // What is said of an expiry is no reason of a person.
        String reason = lesson.kind() == Lesson.Kind.REJECT ? lesson.why() : "";
        return new Decision(lesson.sequence(), lesson.subject(), approved, reason, weight, lesson.features());
    }

    private static List<Lesson> lessons(NavigableMap<Long, Lesson> lessons) {
        Set<Long> undone = new HashSet<>();
        long counting = Long.MAX_VALUE;
        List<Lesson> standing = new ArrayList<>();
        for (Lesson lesson : lessons.descendingMap().values()) {
            if (lesson.sequence() > counting || undone.contains(lesson.sequence())) {
                continue;
            }
            switch (lesson.kind()) {
                case UNDO -> undone.add(lesson.names(Lesson.UNDOES));
                case ROLLBACK -> counting = Math.min(counting, lesson.names(Lesson.TO));
                default -> standing.add(lesson);
            }
        }
        Collections.reverse(standing);
        return standing;
    }
}
