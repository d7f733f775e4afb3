package dev.linnet.sinks.points;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A store in memory that answers as it is told. */
final class FakeStore implements PointStore {
    final List<String> requests = new ArrayList<>();
    final List<PointEntry> stored = new ArrayList<>();
    final Deque<Answer> next = new ArrayDeque<>();
    Function<List<PointEntry>, Answer> rule = writes -> Answer.OK;
    Answer prepared = Answer.OK;

    @Override
    public Answer prepare() {
        requests.add("prepare");
        return prepared;
    }

    @Override
    public Answer write(List<PointEntry> writes) {
        requests.add("write " + writes.size());
        Answer answer = next.isEmpty() ? rule.apply(writes) : next.poll();
        if (answer.kind() == Answer.Kind.OK) {
            stored.addAll(writes);
        }
        return answer;
    }

    @Override
    public Answer delete(List<PointEntry> deletions) {
        requests.add("delete " + deletions.size());
        Answer answer = next.isEmpty() ? Answer.OK : next.poll();
        if (answer.kind() == Answer.Kind.OK) {
            deletions.forEach(deletion -> stored.removeIf(entry -> entry.time() == deletion.time()));
        }
        return answer;
    }

    @Override
    public void close() {}
}
