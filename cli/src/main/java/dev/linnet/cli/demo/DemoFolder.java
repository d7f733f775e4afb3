package dev.linnet.cli.demo;

import dev.linnet.cli.CommandException;
import dev.linnet.queue.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a demo, emptied at each start. A mark in it says that a demo made it: a folder that holds anything else is
 * never emptied.
 */
final class DemoFolder {
    private static final String MARK = ".linnet-demo";

    private DemoFolder() {}

    /** Makes the folder, or empties the one of an earlier demo; only its owner may look into it. */
    static void prepare(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> files = files(folder);
            if (files.size() > 1 && !Files.exists(folder.resolve(MARK))) {
                throw CommandException.usage(folder + " holds files that no demo made, and a demo empties its folder;"
                        + " delete it, or give --data a folder of its own");
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        PrivateFiles.createFolder(folder);
        PrivateFiles.restrict(folder);
        Files.writeString(folder.resolve(MARK), "The next 'linnet demo' empties this folder.\n");
    }

    /** The folder and all within it, inner ones first. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
