package dev.linnet.sinks.points;

import dev.linnet.sinks.points.Answer.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings a batch to a store, in order. A batch that is too big or holds a bad line is halved until the culprit stands alone and
 * is rejected; the others land. What the server does not take now is handed back.
 *
 * <p>Used by one thread.
 */
final class BatchDelivery {
    /**
     * What became of a batch.
     *
     * @param unsent its end that is still to be sent, in order
     * @param hold how long to wait before that
     * @param fatal why there is no point in ever trying again, or null
     */
    record Result(
            List<PointEntry> unsent,
            Duration hold,
            @Nullable String fatal) {}

    private static final Pattern DROPPED = Pattern.compile("dropped=(\\d+)");
    private static final int DELETIONS_A_REQUEST = 100;
    private static final Answer OUT_OF_TIME = Answer.of(Kind.RETRY, "");

    private final PointStore store;
    private final Tally tally;
    private final Backoff backoff;
    private final OutageLog outage;
    private final Duration budget;
    private boolean prepared;
    private long started;
    private boolean progress;
    private Answer stoppedBy = Answer.OK;

    /**
     * @param budget after about this time the rest is handed back, so that a checkpoint need not wait for a batch of bad lines
     */
    BatchDelivery(PointStore store, Tally tally, Backoff backoff, OutageLog outage, Duration budget) {
        this.store = store;
        this.tally = tally;
        this.backoff = backoff;
        this.outage = outage;
        this.budget = budget;
    }

    /** Makes the database if need be; zero when it is done, else how long to wait before the next try. */
    Duration prepare() {
        Result result = deliver(List.of());
        return result.fatal() == null ? result.hold() : Duration.ZERO;
    }

    Result deliver(List<PointEntry> batch) {
        started = System.nanoTime();
        progress = false;
        stoppedBy = Answer.OK;
        int settled = ensurePrepared() ? settleRuns(batch) : 0;
        if (stoppedBy.kind() == Kind.MISSING) {
            prepared = false;
            stoppedBy = Answer.OK;
            settled += ensurePrepared() ? settleRuns(batch.subList(settled, batch.size())) : 0;
        }
        return result(batch, settled);
    }

    private Result result(List<PointEntry> batch, int settled) {
        List<PointEntry> unsent = List.copyOf(batch.subList(settled, batch.size()));
        if (stoppedBy.kind() == Kind.FATAL) {
            return new Result(unsent, Duration.ZERO, stoppedBy.text());
        }
        if (settled > 0 || stoppedBy.kind() == Kind.OK) {
            backoff.reset();
        }
        if (stoppedBy.kind() == Kind.OK) {
            outage.worked();
            return new Result(unsent, Duration.ZERO, null);
        }
        if (stoppedBy == OUT_OF_TIME) {
            return new Result(unsent, Duration.ZERO, null);
        }
        tally.retried();
        outage.failed(stoppedBy);
        return new Result(unsent, backoff.next(stoppedBy.retryAfter()), null);
    }

    private boolean ensurePrepared() {
        if (!prepared) {
            stoppedBy = store.prepare();
            prepared = stoppedBy.kind() == Kind.OK;
        }
        return prepared;
    }

    /** Settles runs of one kind after one another; answers how many entries are settled. */
    private int settleRuns(List<PointEntry> batch) {
        int settled = 0;
        while (settled < batch.size()) {
            PointEntry.Kind kind = batch.get(settled).kind();
            int end = settled + 1;
            while (end < batch.size() && batch.get(end).kind() == kind) {
                end++;
            }
            int done = settleRun(kind, batch.subList(settled, end));
            if (done < end - settled) {
                return settled + done;
            }
            settled = end;
        }
        return settled;
    }

    private int settleRun(PointEntry.Kind kind, List<PointEntry> run) {
        return switch (kind) {
            case WRITE -> settleWrites(run);
            case DELETE -> settleDeletions(run);
            case REFUSED -> {
                run.forEach(entry -> reject(entry, "no-fields", ""));
                yield run.size();
            }
            case TICK -> run.size();
        };
    }

    private int settleWrites(List<PointEntry> writes) {
        if (progress && System.nanoTime() - started > budget.toNanos()) {
            stoppedBy = OUT_OF_TIME;
            return 0;
        }
        Answer answer = store.write(writes);
        switch (answer.kind()) {
            case OK -> tally.written(writes.size());
            case BEYOND_RETENTION -> rejectOldest(writes, answer);
            case BAD_LINES, TOO_LARGE -> {
                if (writes.size() > 1) {
                    return settleHalves(writes);
                }
                rejectOnly(writes.get(0), answer);
            }
            default -> {
                stoppedBy = answer;
                return 0;
            }
        }
        progress = true;
        return writes.size();
    }

    private int settleHalves(List<PointEntry> writes) {
        int half = writes.size() / 2;
        int settled = settleWrites(writes.subList(0, half));
        return settled < half ? settled : half + settleWrites(writes.subList(half, writes.size()));
    }

    private int settleDeletions(List<PointEntry> deletions) {
        int settled = 0;
        while (settled < deletions.size()) {
            List<PointEntry> some =
                    deletions.subList(settled, Math.min(settled + DELETIONS_A_REQUEST, deletions.size()));
            Answer answer = store.delete(some);
            if (answer.kind() != Kind.OK) {
                // An order to delete is never given up: what a platform takes back must not stay.
                boolean mayPass = answer.kind() == Kind.FATAL || answer.kind() == Kind.FORBIDDEN;
                stoppedBy = mayPass ? answer : new Answer(Kind.RETRY, answer.text(), answer.retryAfter());
                return settled;
            }
            tally.deleted(some.size());
            settled += some.size();
        }
        return settled;
    }

    private void rejectOnly(PointEntry entry, Answer answer) {
        boolean tooLarge = answer.kind() == Kind.TOO_LARGE;
        reject(entry, tooLarge ? "too-large" : RejectedPoint.reason(answer.text()), answer.text());
    }

    /** The server has dropped this many; they can only be the oldest. */
    private void rejectOldest(List<PointEntry> writes, Answer answer) {
        Matcher dropped = DROPPED.matcher(answer.text());
        int count = dropped.find() ? Math.min(Integer.parseInt(dropped.group(1)), writes.size()) : writes.size();
        List<PointEntry> byAge = new ArrayList<>(writes);
        byAge.sort(Comparator.comparingLong(PointEntry::time));
        byAge.subList(0, count).forEach(entry -> reject(entry, "beyond-retention", answer.text()));
        tally.written(writes.size() - count);
    }

    private void reject(PointEntry entry, String reason, String text) {
        tally.rejected(new RejectedPoint(entry.line(), reason, text));
    }
}
