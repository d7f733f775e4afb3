package dev.linnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder with all that {@code linnet run} needs: settings, vocabulary, records in {@code stream/}. */
public final class RunFolder {
    private final Path folder;
    private final Map<String, String> sections = new LinkedHashMap<>();

    /** Settings that keep a run small: no time-series store, no console, no moods. */
    public RunFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("stream"));
        Files.writeString(folder.resolve("words.txt"), "stream processing\n");
        sections.put("author", "{name: Ines Marlowe}");
        sections.put("vocabulary", "{file: words.txt}");
        sections.put("sources", "[{files: [stream]}]");
        sections.put("sentiment", "{mode: off}");
        sections.put("points", "{kind: none}");
        sections.put("queue", "{url: queue.db}");
        sections.put("console", "{enabled: false}");
        sections.put("job", "{parallelism: 2, checkpoint-every: 1s, state: state}");
    }

    /** The folder itself. */
    public Path path() {
        return folder;
    }

    /** Sets a section of the settings, in YAML's flow style. */
    public RunFolder set(String section, String yaml) {
        sections.put(section, yaml);
        return this;
    }

    /** Writes a file of records. */
    public RunFolder records(String name, List<String> lines) throws IOException {
        Files.write(folder.resolve("stream").resolve(name), lines);
        return this;
    }

    /** Writes the settings, and gives their file. */
    public Path settings() throws IOException {
        StringBuilder yaml = new StringBuilder();
        sections.forEach((section, value) ->
                yaml.append(section).append(": ").append(value).append('\n'));
        return Files.writeString(folder.resolve("linnet.yaml"), yaml);
    }
}
