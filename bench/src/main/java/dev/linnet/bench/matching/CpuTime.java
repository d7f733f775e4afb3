package dev.linnet.bench.matching;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Processor time, which other work on the machine leaves alone, unlike time on the clock. On an idle machine the two are the
 * same for what runs on one core.
 */
final class CpuTime {
    private static final double TICKS_PER_SECOND = 100;

    private CpuTime() {}

    /** Work to be timed. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** The median, in seconds, of what this thread takes for some work. */
    static double ofThread(int rounds, Work work) throws IOException, InterruptedException {
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            seconds[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
        }
        return median(seconds);
    }

    /** The median, in seconds, of what a process takes from its start to its end, in ticks of 10 ms. */
    static double ofProcess(int rounds, List<String> command) throws IOException, InterruptedException {
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double before = ofChildren();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() > 1) { // 1 is "nothing found"
                throw new IllegalStateException("exit code " + process.exitValue() + " of " + command);
            }
            seconds[round] = ofChildren() - before;
        }
        return median(seconds);
    }

    /** What all ended children of this process took: fields 16 and 17 of proc(5)'s stat, the 14th and 15th after the name. */
    private static double ofChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
