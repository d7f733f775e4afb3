package dev.linnet.pipeline.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Puts into words why a file could not be read. */
final class ReadProblems {
    private ReadProblems() {}

    /** The file could not be opened. */
    static ReadProblem whileOpening(String file, Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return unreadable(file, "is gone since the run began");
        }
        if (failure instanceof AccessDeniedException) {
            return unreadable(file, "may not be read by this user; change its permissions (chmod +r)");
        }
        return whileReading(file, 0, failure);
    }

    /** Reading broke off after so many bytes of unpacked data. */
    static ReadProblem whileReading(String file, long after, Exception failure) {
        String before = String.format(Locale.ROOT, "; the %,d bytes of records before it were read", after);
        if (isCutShort(failure)) {
            return new ReadProblem(
                    "file-cut-short", file + ": the file is cut short" + before + ". Fetch it again to have the rest.");
        }
        if (failure instanceof IOException && failure.getClass() != IOException.class && !isUnpacking(failure)) {
            return unreadable(file, "can't be read on (" + failure + ")" + before);
        }
        return new ReadProblem(
                "file-damaged",
                file + ": the file is damaged, or packed in another way than its ending says (" + failure.getMessage()
                        + ")" + before + ". Fetch it again to have the rest.");
    }

    private static ReadProblem unreadable(String file, String what) {
        return new ReadProblem("file-unreadable", file + ": the file " + what + ".");
    }

    private static boolean isCutShort(Exception failure) {
        if (failure instanceof EOFException) {
            return true;
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("unexpected end") || message.contains("truncated");
    }

    private static boolean isUnpacking(Exception failure) {
        return failure.getClass().getName().contains("compress")
                || failure.getClass().getName().contains(".zip.");
    }
}
