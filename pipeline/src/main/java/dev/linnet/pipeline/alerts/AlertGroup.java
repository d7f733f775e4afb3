package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Alerts on the same posts, which are told as one: the first of them, with the others in its words. It lasts until all are over.
 *
 * @param members at least one; the first leads
 */
public record AlertGroup(List<GroupedAlert> members) {
    private static final Duration BEGUN_WITHIN = Duration.ofMinutes(30);
    private static final int NAMED = 3;

    Alert lead() {
        return members.get(0).alert();
    }

    /** Whether an alert that opens tells nothing new beside this. */
    boolean takes(Raised raised) {
        Alert alert = raised.alert();
        boolean sameTime =
                Duration.between(lead().opened(), alert.opened()).abs().compareTo(BEGUN_WITHIN) <= 0;
        boolean sameKind = lead().kind() == alert.kind() || alert.kind() == Alert.Kind.MOOD;
        return sameTime
                && sameKind
                && members.stream()
                        .anyMatch(one ->
                                one.alert().subject().equals(alert.subject()) || one.sharesPosts(raised.posts()));
    }

    AlertGroup with(Raised raised) {
        List<GroupedAlert> more = new ArrayList<>(members);
        more.add(new GroupedAlert(raised.alert(), raised.posts()));
        return new AlertGroup(more);
    }

    /** With the news of one that is in it. */
    AlertGroup update(Raised raised) {
        return new AlertGroup(members.stream()
                .map(one -> !one.alert().id().equals(raised.alert().id())
                        ? one
                        : new GroupedAlert(
                                raised.isNews() ? raised.alert() : one.alert(),
                                raised.alert().closed() == null ? raised.posts() : one.posts()))
                .toList());
    }

    boolean isOpen() {
        return members.stream().anyMatch(GroupedAlert::isOpen);
    }

    boolean holds(String id) {
        return members.stream().anyMatch(one -> one.alert().id().equals(id));
    }

    /** The alert that is told. */
    Alert told() {
        return lead().told(lead().title() + titles(), lead().text() + texts(), end());
    }

    private @Nullable Instant end() {
        return isOpen()
                ? null
                : members.stream()
                        .map(one -> Objects.requireNonNull(one.alert().closed()))
                        .max(Instant::compareTo)
                        .orElseThrow();
    }

    private String titles() {
        List<String> others = members.stream()
                .skip(1)
                .map(one -> one.alert().subject())
                .filter(subject -> !subject.equals(lead().subject()))
                .distinct()
                .map(subject -> "“" + subject + "”")
                .toList();
        boolean turns = lead().kind() != Alert.Kind.MOOD
                && members.stream().anyMatch(one -> one.alert().kind() == Alert.Kind.MOOD);
        return (others.isEmpty() ? "" : ", with " + listed(others)) + (turns ? "; the mood turns" : "");
    }

    private static String listed(List<String> names) {
        if (names.size() > NAMED) {
            return String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
        }
        String last = names.get(names.size() - 1);
        return names.size() == 1 ? last : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
    }

    private String texts() {
        StringBuilder texts = new StringBuilder();
        members.stream()
                .skip(1)
                .limit(NAMED)
                .forEach(one -> texts.append(" On the same posts: ")
                        .append(one.alert().title())
                        .append('.'));
        return texts.toString();
    }
}
