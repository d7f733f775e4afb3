package dev.linnet.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.util.FileUtils;

/** A JobManager and a TaskManager of one GiB, each a process of its own, made of the jars on this process's classpath. */
final class SmallCluster implements AutoCloseable {
    static final int PORT = 18_081;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    /**
     * Starts them.
     *
     * @param backend {@code hashmap}, which holds state on the heap, or {@code rocksdb}, which does in managed memory and on disk
     */
    SmallCluster(String backend) throws IOException {
        int heap = backend.equals("rocksdb") ? 192 : 448;
        folder = Files.createTempDirectory("linnet-cluster");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        Files.writeString(folder.resolve("config.yaml"), configuration(backend, heap, 448 - heap));
        start(
                List.of("-Xmx448m"),
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "--configDir",
                folder.toString());
        start(
                List.of("-Xmx" + (heap + 128) + "m", "-XX:MaxDirectMemorySize=192m", "-XX:MaxMetaspaceSize=160m"),
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                "--configDir",
                folder.toString(),
                "-D",
                "taskmanager.resource-id=tm1");
    }

    /** All parts of the TaskManager's memory: 1,024 MiB together. */
    private String configuration(String backend, int heap, int managed) {
        Map<String, Object> settings = new TreeMap<>(Map.of(
                "jobmanager.rpc.address",
                "localhost",
                "jobmanager.rpc.port",
                PORT + 42,
                "rest.port",
                PORT,
                "rest.address",
                "localhost",
                "taskmanager.numberOfTaskSlots",
                1,
                "taskmanager.cpu.cores",
                1.0,
                "taskmanager.host",
                "localhost",
                "state.backend.type",
                backend,
                "execution.checkpointing.dir",
                folder.resolve("checkpoints").toUri()));
        // The page of another site must reach nothing of it while the benchmark runs.
        settings.put("rest.bind-address", "127.0.0.1");
        settings.put("jobmanager.bind-host", "127.0.0.1");
        settings.put("taskmanager.bind-host", "127.0.0.1");
        settings.put("web.access-control-allow-origin", "http://localhost:" + PORT);
        settings.put("metrics.fetcher.update-interval", 1_000);
        settings.put("web.checkpoints.history", 1_000);
        settings.putAll(Map.of(
                "taskmanager.memory.task.heap.size", heap + "m",
                "taskmanager.memory.task.off-heap.size", "0m",
                "taskmanager.memory.framework.heap.size", "128m",
                "taskmanager.memory.framework.off-heap.size", "128m",
                "taskmanager.memory.managed.size", managed + "m",
                "taskmanager.memory.network.min", "64m",
                "taskmanager.memory.network.max", "64m",
                "taskmanager.memory.jvm-metaspace.size", "160m",
                "taskmanager.memory.jvm-overhead.min", "96m",
                "taskmanager.memory.jvm-overhead.max", "96m"));
        StringBuilder yaml = new StringBuilder();
        settings.forEach(
                (key, value) -> yaml.append(key).append(": ").append(value).append('\n'));
        return yaml.toString();
    }

    private void start(List<String> memory, String... main) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(memory);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.add("-Dlinnet.library.level=WARN");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(main));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(processes.size() + ".log").toFile());
        builder.environment().put("FLINK_CONF_DIR", folder.toString());
        processes.add(builder.start());
    }

    /** Waits until the TaskManager offers its slot. */
    void awaitSlot() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try {
                if (get("/overview").path("slots-available").asInt() > 0) {
                    return;
                }
            } catch (IOException notYet) {
                // The JobManager is starting.
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the cluster did not start within a minute; its words are in " + folder);
    }

    /** What the JobManager's REST API tells. */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** The most memory that the TaskManager had resident, MiB. */
    long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + processes.get(1).pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private void stop() {
        processes.forEach(Process::destroyForcibly);
    }

    /** Ends the processes. Their words stay, the checkpoints, which are large, don't. */
    @Override
    public void close() throws IOException {
        stop();
        processes.forEach(process -> process.onExit().join());
        FileUtils.deleteDirectory(folder.resolve("checkpoints").toFile());
    }
}
