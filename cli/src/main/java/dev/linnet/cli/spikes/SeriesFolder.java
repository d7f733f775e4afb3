package dev.linnet.cli.spikes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where series come from and where what is made of them goes: a file to a file, or a folder's CSV files to a folder. */
public final class SeriesFolder {
    private final Path in;
    private final boolean isFolder;
    private final List<Path> files;

    private SeriesFolder(Path in, boolean isFolder, List<Path> files) {
        this.in = in;
        this.isFolder = isFolder;
        this.files = List.copyOf(files);
    }

    /** Of a file, or of a folder and what is below it. */
    public static SeriesFolder open(Path in) throws UnreadableSeriesException {
        if (!Files.exists(in)) {
            throw new UnreadableSeriesException("there is no file or folder " + in);
        }
        if (!Files.isDirectory(in)) {
            return new SeriesFolder(in, false, List.of(in));
        }
        try (Stream<Path> walk = Files.walk(in)) {
            List<Path> found = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new UnreadableSeriesException("the folder " + in + " holds no file that ends in .csv");
            }
            return new SeriesFolder(in, true, found);
        } catch (IOException e) {
            throw new UnreadableSeriesException("the folder " + in + " cannot be read: " + e.getMessage());
        }
    }

    /** The series' files, in order of their names. */
    public List<Path> files() {
        return files;
    }

    /** Where what is made of a file goes. A folder's tree is kept; a single file goes to a file, or into a folder that exists. */
    public Path target(Path file, Path out, String ending) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String renamed = (dot > 0 ? name.substring(0, dot) : name) + ending;
        if (isFolder) {
            return out.resolve(in.relativize(file)).resolveSibling(renamed);
        }
        return Files.isDirectory(out) ? out.resolve(renamed) : out;
    }

    /** Writes a file whole, with the folders that it needs; it never takes the place of a series. */
    public void write(Path target, String text) throws UnreadableSeriesException {
        try {
            for (Path file : files) {
                if (Files.exists(target) && Files.isSameFile(file, target)) {
                    throw new UnreadableSeriesException(target + " is what is read; name another place to write to");
                }
            }
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UnreadableSeriesException(target + " cannot be written: "
                    + e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage());
        }
    }
}
