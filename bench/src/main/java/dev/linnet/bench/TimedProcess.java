package dev.linnet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process that was run to its end.
 *
 * @param exitCode what it exited with
 * @param output what it wrote to stdout
 * @param seconds on the clock, from start to end
 * @param peakMebibytes the most memory that was resident (VmHWM of /proc)
 */
record TimedProcess(int exitCode, String output, double seconds, long peakMebibytes) {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    static TimedProcess run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("linnet-bench", ".out");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long peak = 0;
        while (!process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String text = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new TimedProcess(process.exitValue(), text, seconds, peak / 1024);
    }

    private static long peak(long pid) {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f s, peak %d MiB, exit %d", seconds, peakMebibytes, exitCode);
    }
}
