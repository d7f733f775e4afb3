package dev.linnet.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian packages with the dependencies that are not installed, downloaded by apt with lists and caches of its own, and
 * unpacked by {@code dpkg -x}.
 */
final class AptDownload {
    private static final Duration LISTS_STAY_FRESH = Duration.ofDays(1);
    private static final long LIMIT_MINUTES = 10;

    private final Path folder;

    AptDownload(Path folder) {
        this.folder = folder;
    }

    void unpack(List<String> packages, UnpackedRoot root) throws IOException {
        prepare();
        if (!listsAreFresh()) {
            update();
        }
        Path archives = folder.resolve("archives");
        download(packages);
        List<Path> debs = filesIn(archives, ".deb");
        if (debs.isEmpty()) {
            throw new IOException("apt-get downloaded no package");
        }
        Files.createDirectories(root.folder());
        for (Path deb : debs) {
            run(List.of("dpkg", "-x", deb.toString(), root.folder().toString()));
        }
        root.markComplete();
        for (Path deb : debs) {
            Files.delete(deb);
        }
    }

    private void download(List<String> packages) throws IOException {
        List<String> install = new ArrayList<>(
                List.of("--yes", "--download-only", "--reinstall", "--no-install-recommends", "install"));
        install.addAll(packages);
        try {
            run(apt(install));
        } catch (IOException staleLists) {
            // A mirror keeps only the newest version of a package: yesterday's lists may name one that is gone.
            update();
            run(apt(install));
        }
    }

    private void prepare() throws IOException {
        Files.createDirectories(folder.resolve("lists/partial"));
        Files.createDirectories(folder.resolve("archives/partial"));
        // Hooks of the system's configuration would touch the system's own caches.
        Files.writeString(configuration(), """
                #clear APT::Update::Pre-Invoke;
                #clear APT::Update::Post-Invoke;
                #clear APT::Update::Post-Invoke-Success;
                #clear DPkg::Pre-Invoke;
                #clear DPkg::Post-Invoke;
                Dir::State::lists "%s";
                Dir::Cache "%s";
                Dir::Cache::archives "%s";
                Debug::NoLocking "1";
                APT::Sandbox::User "";
                Acquire::Languages "none";
                APT::Keep-Downloaded-Packages "true";
                """.formatted(folder.resolve("lists"), folder, folder.resolve("archives")));
    }

    private Path configuration() {
        return folder.resolve("apt.conf");
    }

    private boolean listsAreFresh() throws IOException {
        for (Path list : filesIn(folder.resolve("lists"), "Packages")) {
            Instant changed = Files.getLastModifiedTime(list.getParent()).toInstant();
            return changed.isAfter(Instant.now().minus(LISTS_STAY_FRESH));
        }
        return false;
    }

    private void update() throws IOException {
        System.err.println("apt-get update, into " + folder.resolve("lists"));
        run(apt(List.of("update")));
    }

    private List<String> apt(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of("apt-get", "--quiet", "--config-file", configuration().toString()));
        command.addAll(arguments);
        return command;
    }

    private void run(List<String> command) throws IOException {
        File log = folder.resolve("log").toFile();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
        } catch (IOException e) {
            throw new IOException("there is no " + command.get(0) + " here (not a Debian system?)", e);
        }
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", command) + " did not end within " + LIMIT_MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + Files.readString(log.toPath()));
        }
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)
                            || (ending.equals("Packages") && file.toString().contains("_Packages")))
                    .sorted()
                    .toList();
        }
    }
}
