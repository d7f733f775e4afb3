package dev.linnet.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A {@code linnet} command in a JVM of its own. What it prints is added to a log file. */
public final class LinnetProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private LinnetProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts {@code linnet run}; its log is the file {@code log} beside the settings. */
    public static LinnetProcess run(Path settings) throws IOException {
        return start(settings.resolveSibling("log"), "run", "--config", settings.toString());
    }

    /** Starts a command with its options. */
    public static LinnetProcess start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The flags that Flink needs: those that this JVM was started with.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Linnet.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new LinnetProcess(process, log);
    }

    /** All that this process and those before it said. */
    public String said() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** The process's number. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it says something, or has ended. */
    public void awaitSaid(String words) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !isAlive() || said().contains(words));
    }

    /** Waits for its end, and gives its exit code. */
    public int awaitEnd() throws InterruptedException, IOException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("it did not end in three minutes; it said:\n" + said());
        }
        return process.exitValue();
    }

    /** Ends it as {@code kill -9} does, and gives its exit code. */
    public int kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
