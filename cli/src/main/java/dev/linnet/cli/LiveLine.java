package dev.linnet.cli;

import dev.linnet.keywords.mining.Progress;
import java.io.PrintWriter;

/** A line of progress that is written over itself: on a terminal only, and gone when it is closed. */
final class LiveLine implements Progress, AutoCloseable {
    private static final int WIDTH = 78;

    private final PrintWriter err;
    private final boolean terminal;

    LiveLine(PrintWriter err) {
        this(err, System.console() != null && System.getenv("NO_COLOR") == null);
    }

    LiveLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void step(String what, int done, int known) {
        show(done + "/" + known + "  " + what);
    }

    private void show(String words) {
        if (terminal) {
            String shown = words.length() > WIDTH ? words.substring(0, WIDTH - 1) + "…" : words;
            err.print("\r\033[K" + shown);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (terminal) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
