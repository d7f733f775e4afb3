package dev.linnet.sinks.queue;

import static java.util.Objects.requireNonNull;

import dev.linnet.queue.QueueDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sorts commands into groups that are one transaction each.
 *
 * <p>Order matters among commands of one kind, where it is kept, and between offers and withdrawals of one suggestion: a
 * withdrawal strikes out the offers before it, and withdrawals are applied first. So with weights and the order to take all out. A deletion wins whether it comes first or
 * last; one of a post that is only perhaps known is applied last, to find what came before it. The rest don't touch each other.
 */
final class Groups {
    private Groups() {}

    static Collection<List<QueueCommand>> byKind(List<QueueCommand> commands) {
        Map<QueueCommand.Kind, List<QueueCommand>> groups = new EnumMap<>(QueueCommand.Kind.class);
        for (QueueCommand command : commands) {
            if (command.kind() == QueueCommand.Kind.CLEAR_WEIGHTS) {
                groups.remove(QueueCommand.Kind.WEIGHT);
            }
            if (command.kind() == QueueCommand.Kind.WITHDRAW) {
                strikeOut(groups.get(QueueCommand.Kind.OFFER), command);
            }
            groups.computeIfAbsent(command.kind(), kind -> new ArrayList<>()).add(command);
        }
        groups.values().removeIf(List::isEmpty);
        return groups.values();
    }

    private static void strikeOut(@Nullable List<QueueCommand> offers, QueueCommand withdrawal) {
        if (offers != null) {
            String id = requireNonNull(withdrawal.postId());
            offers.removeIf(offer -> requireNonNull(offer.suggestion()).id().equals(id));
        }
    }

    static void apply(QueueDatabase database, List<QueueCommand> group) {
        switch (group.get(0).kind()) {
            case DELETE -> database.suggestions().delete(parts(group, QueueCommand::postId), newest(group));
            case DELETE_KNOWN -> database.suggestions().deleteKnown(parts(group, QueueCommand::postId), newest(group));
            case WITHDRAW -> database.suggestions().withdraw(parts(group, QueueCommand::postId));
            case OFFER -> database.suggestions().offer(parts(group, QueueCommand::suggestion));
            case ALERT -> database.alerts().put(parts(group, QueueCommand::alert));
            case COUNT -> database.records().putCounts(parts(group, QueueCommand::count));
            case MINUTE -> database.records().putMinutes(parts(group, QueueCommand::minute));
            case CLEAR_WEIGHTS -> database.records().clearWeights();
            case WEIGHT -> database.records().putWeights(parts(group, QueueCommand::weight));
            case KEEP -> database.records().keep(parts(group, QueueCommand::kept));
        }
    }

    /** The newest time of a group of deletions stands for all of them: a transaction for each would be slow. */
    private static Instant newest(List<QueueCommand> deletions) {
        return parts(deletions, QueueCommand::at).stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static <T> List<T> parts(List<QueueCommand> group, Function<QueueCommand, @Nullable T> part) {
        List<T> parts = new ArrayList<>(group.size());
        for (QueueCommand command : group) {
            parts.add(requireNonNull(part.apply(command), () -> "a command of kind " + command.kind() + " is empty"));
        }
        return parts;
    }
}
