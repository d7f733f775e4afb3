package dev.linnet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines of any length and keeps no more than so many characters of each: a line of gigabytes takes no memory. */
final class BoundedLines implements AutoCloseable {
    private final BufferedReader in;
    private final int most;

    /** @param most how many characters of a line are kept; the rest is passed over */
    BoundedLines(Reader in, int most) {
        this.in = new BufferedReader(in);
        this.most = most;
    }

    /** The next line without its end, or null when there is none. */
    @Nullable
    String next() throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        while (c >= 0 && c != '\n') {
            if (line.length() < most) {
                line.append((char) c);
            }
            c = in.read();
        }
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    /** Whether more can be read without waiting. */
    boolean ready() throws IOException {
        return in.ready();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
