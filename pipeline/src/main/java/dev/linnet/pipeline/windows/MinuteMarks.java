package dev.linnet.pipeline.windows;

import java.util.List;
import java.util.TreeSet;

/**
 * Which of a keyword's minutes are to be told, and which were: the state of {@link KeywordWindowFunction}, as one small value, because maps
 * that are walked at each timer cost RocksDB more than all else. Milliseconds since 1970, sorted.
 *
 * @param changed minutes that changed since they were told, or that were not told yet
 * @param told minutes that were told and can still change
 */
public record MinuteMarks(List<Long> changed, List<Long> told) {
    static final MinuteMarks NONE = new MinuteMarks(List.of(), List.of());

    /** With a minute to be told. */
    MinuteMarks withChanged(long minute) {
        return new MinuteMarks(with(changed, List.of(minute)), told);
    }

    /** With what was to be told up to a minute told, and forgotten what ended long enough ago. */
    MinuteMarks toldUntil(long latest, long forgotten) {
        return new MinuteMarks(after(changed, latest), after(with(told, until(changed, latest)), forgotten));
    }

    /** Those of some minutes that are no later than one. */
    static List<Long> until(List<Long> minutes, long latest) {
        return minutes.stream().filter(minute -> minute <= latest).toList();
    }

    private static List<Long> after(List<Long> minutes, long latest) {
        return minutes.stream().filter(minute -> minute > latest).toList();
    }

    private static List<Long> with(List<Long> minutes, List<Long> more) {
        TreeSet<Long> all = new TreeSet<>(minutes);
        all.addAll(more);
        return List.copyOf(all);
    }

    boolean isEmpty() {
        return changed.isEmpty() && told.isEmpty();
    }
}
