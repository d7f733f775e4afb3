package dev.linnet.pipeline.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the files of records that the user's paths name. A folder is searched to any depth, its files in order of their
 * names; hidden files and files with other endings are left out.
 */
public final class InputFiles {
    /** What is read, in words. */
    public static final String ENDINGS = ".json, .jsonl, .ndjson, .txt or no ending, each also with .gz or .bz2";

    private static final Set<String> RECORD_ENDINGS = Set.of("json", "jsonl", "ndjson", "txt", "");

    private final Set<Path> files = new LinkedHashSet<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    private InputFiles() {}

    /**
     * What paths name.
     *
     * @param files in the order in which they are read, absolute, each once
     * @param leftOut what was passed over in folders, each with the reason
     */
    public record Listing(List<Path> files, List<String> leftOut) {}

    /**
     * Finds the files.
     *
     * @throws UnreadableInputException with every mistake in the paths, a line for each
     */
    public static Listing list(List<String> paths) {
        InputFiles found = new InputFiles();
        if (paths.isEmpty()) {
            found.mistakes.add("No file or folder is named: name at least one to read posts from.");
        }
        paths.forEach(found::add);
        if (!found.mistakes.isEmpty()) {
            throw new UnreadableInputException(String.join("\n", found.mistakes));
        }
        return new Listing(List.copyOf(found.files), List.copyOf(found.leftOut));
    }

    private void add(String name) {
        Path path;
        try {
            path = Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            mistakes.add(name + ": this is no path (" + e.getReason() + ").");
            return;
        }
        if (!Files.exists(path)) {
            mistakes.add(path + ": there is no such file or folder. Check the spelling.");
        } else if (!Files.isReadable(path)) {
            mistakes.add(path + ": may not be read by this user. Change its permissions (chmod +r).");
        } else if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (isRecordFile(path)) {
            files.add(path);
        } else {
            mistakes.add(path + ": its ending is none that is read. Read are " + ENDINGS + "; rename or unpack it.");
        }
    }

    private void addFolder(Path folder) {
        List<Path> inside = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(folder, inside));
        } catch (IOException e) {
            mistakes.add(folder + ": can't be searched (" + e + ").");
            return;
        }
        if (inside.isEmpty()) {
            mistakes.add(
                    folder + ": has no file to read in it. Read are files ending in " + ENDINGS + ", and not hidden"
                            + (leftOut.isEmpty() ? "." : "; left out: " + String.join(", ", firstFew(leftOut)) + "."));
        }
        inside.sort(null);
        files.addAll(inside);
    }

    private static List<String> firstFew(List<String> all) {
        return all.subList(0, Math.min(5, all.size()));
    }

    private static boolean isRecordFile(Path file) {
        String name = lowerCaseName(file);
        Compression compression = Compression.ofName(name);
        String plain = name.substring(0, name.length() - compression.ending().length());
        return RECORD_ENDINGS.contains(plain.substring(plain.lastIndexOf('.') + 1)) || plain.indexOf('.') < 0;
    }

    static String lowerCaseName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** Sorts what a folder holds into files to read and files left out. */
    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<Path> inside;

        Visitor(Path top, List<Path> inside) {
            this.top = top;
            this.inside = inside;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(top) && isHidden(folder)) {
                leftOut.add(folder + " (hidden)");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isHidden(file)) {
                leftOut.add(file + " (hidden)");
            } else if (!attributes.isRegularFile() || !isRecordFile(file)) {
                leftOut.add(file + " (another kind of file)");
            } else if (!Files.isReadable(file)) {
                mistakes.add(file + ": may not be read by this user. Change its permissions (chmod +r).");
            } else {
                inside.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            leftOut.add(file + " (" + failure.getClass().getSimpleName() + ")");
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path file) {
            return lowerCaseName(file).startsWith(".");
        }
    }
}
