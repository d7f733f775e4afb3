package dev.linnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder into which texts are written, a {@code .txt} file each, named after the file or address that the text came from. Of
 * several of one name, the later ones get a number.
 */
final class TextFolder {
    private static final Pattern HEAD = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+://");
    private static final Pattern QUERY = Pattern.compile("[?#].*$");
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]");
    private static final int LONGEST = 120;

    private final Path path;
    private final Set<String> taken = new HashSet<>();

    private TextFolder(Path path) {
        this.path = path;
    }

    /** Opens a folder, making it if it is missing. */
    static TextFolder open(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw CommandException.usage(path + " is a file; name a folder with --out");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw CommandException.failed("the folder " + path + " cannot be made: " + reason(e), e);
        }
        return new TextFolder(path);
    }

    /** Writes a text; an earlier run's file of the same name is replaced. */
    void write(String id, String text) {
        String name = free(name(id));
        Path file = path.resolve(name + ".txt");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw CommandException.failed(
                    file + " cannot be written: " + reason(e) + "; free the disk, or name another folder", e);
        }
    }

    /** How many files have been written and where, in words. */
    String told() {
        return taken.size() + (taken.size() == 1 ? " file to " : " files to ") + path;
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    /** The last part of a path or address, without its ending, and without {@code .gz} before that. */
    static String name(String id) {
        boolean address = HEAD.matcher(id).find();
        String rest = address ? QUERY.matcher(HEAD.matcher(id).replaceFirst("")).replaceFirst("") : id;
        while (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        int slash = rest.lastIndexOf('/');
        String last = rest.substring(slash + 1);
        if (!address || slash >= 0) { // a host's dots part no ending from it
            last = withoutEnding(last.endsWith(".gz") ? last.substring(0, last.length() - 3) : last);
        }
        String safe = UNSAFE.matcher(last).replaceAll("_");
        safe = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
        return safe.isEmpty() || safe.equals(".") || safe.equals("..") ? "text" : safe;
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
