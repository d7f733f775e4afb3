package dev.linnet.cli.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches a job to its end and tells how it goes: a live line on a terminal, a line now and then elsewhere, or JSON lines. The end
 * of the process (Ctrl-C) ends the job cleanly first.
 */
public final class Watch {
    private static final Duration STEP = Duration.ofMillis(500);
    private static final Duration PLAIN_STEP = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean terminal;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    /** How a watch ended. */
    public enum End {
        /** The job came to its end. */
        FINISHED,
        /** The time given was over. */
        TIME_OVER,
        /** The process was asked to end. */
        STOPPED,
        /** The job failed. */
        FAILED
    }

    /** @param json whether progress goes to {@code out} as JSON lines instead of to {@code err} in words */
    public Watch(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.terminal = System.console() != null && System.getenv("NO_COLOR") == null;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "linnet-stop"));
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            if (!done.await(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                err.println("linnet: the job did not end in time; the next start goes on from its newest checkpoint");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Watches until the job ends, the time is over or the process is to end. */
    public End follow(JobProcess job, @Nullable Duration limit) throws InterruptedException {
        Instant end = limit == null ? Instant.MAX : Instant.now().plus(limit);
        Instant nextLine = Instant.now();
        while (job.isRunning()) {
            if (stop.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                return End.STOPPED;
            }
            if (Instant.now().isAfter(end)) {
                return End.TIME_OVER;
            }
            job.restarted().ifPresent(cause -> {
                endLine();
                err.println("linnet: the job starts again from its newest checkpoint: " + cause);
            });
            if (terminal || !Instant.now().isBefore(nextLine)) {
                tell(job.progress());
                nextLine = Instant.now().plus(json ? Duration.ofSeconds(1) : PLAIN_STEP);
            }
        }
        return job.failure().isPresent() ? End.FAILED : End.FINISHED;
    }

    private void tell(Progress progress) {
        if (json) {
            out.println(progress.json());
            out.flush();
        } else if (terminal) {
            err.print("\r\033[K" + progress.line());
            err.flush();
        } else {
            err.println(progress.line());
        }
    }

    /** Ends the live line, so that other words stand on lines of their own. */
    public void endLine() {
        if (terminal && !json) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    /** Tells the balance. */
    public void tell(Balance balance, Duration took) {
        endLine();
        if (json) {
            out.println(balance.json(took.toMillis() / 1000.0));
        } else {
            out.print(balance.text());
            out.println();
        }
        out.flush();
    }

    /** Says that everything is closed: a process that is ending waits for this. */
    public void closed() {
        done.countDown();
    }
}
