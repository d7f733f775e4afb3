package dev.linnet.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that holds a file tree as packages would have put it under {@code /}.
 *
 * @param folder the tree's top
 */
record UnpackedRoot(Path folder) {
    private static final List<String> PROGRAM_FOLDERS = List.of("usr/lib/%s", "usr/bin", "usr/sbin", "bin", "sbin");

    boolean isComplete() {
        return Files.exists(complete());
    }

    void markComplete() throws IOException {
        Files.writeString(complete(), "");
    }

    private Path complete() {
        return folder.resolveSibling(folder.getFileName() + ".complete");
    }

    /** The program of that name; the real one in {@code usr/lib/NAME} goes before a wrapper script in {@code usr/bin}. */
    Program program(String name) throws IOException {
        for (String place : PROGRAM_FOLDERS) {
            Path path = folder.resolve(place.formatted(name)).resolve(name);
            if (Files.isExecutable(path) && !Files.isDirectory(path)) {
                return new Program(path, environment());
            }
        }
        throw new IOException("the unpacked package in " + folder + " holds no program " + name);
    }

    private Map<String, String> environment() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        String libraries = libraryFolders();
        if (!libraries.isEmpty()) {
            environment.put("LD_LIBRARY_PATH", libraries);
        }
        if (!Files.exists(Path.of("/etc/fonts/fonts.conf")) && Files.exists(folder.resolve("etc/fonts/fonts.conf"))) {
            environment.put("FONTCONFIG_SYSROOT", folder.toString());
        }
        return Map.copyOf(environment);
    }

    private String libraryFolders() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String top : List.of("usr/lib", "lib")) {
            Path path = folder.resolve(top);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path, 4)) {
                    String found = files.filter(UnpackedRoot::isSharedLibrary)
                            .map(file -> String.valueOf(file.getParent()))
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(File.pathSeparator));
                    all.append(all.isEmpty() || found.isEmpty() ? "" : File.pathSeparator)
                            .append(found);
                }
            }
        }
        return all.toString();
    }

    private static boolean isSharedLibrary(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("lib") && (name.endsWith(".so") || name.contains(".so."));
    }
}
