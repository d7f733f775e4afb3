package dev.linnet.bench.keyphrases;

import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.phrase.Frequencies;
import dev.linnet.keywords.mining.phrase.PhraseFeatures;
import dev.linnet.keywords.mining.phrase.PhraseReader;
import dev.linnet.keywords.mining.phrase.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import opennlp.tools.stemmer.PorterStemmer;

/** Reads a folder with {@code docs/ID.txt}, and a folder of {@code ID.key}, a keyphrase a line. */
final class LabelledSet {
    private final Path keys;
    private final String name;
    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private final Map<String, Set<String>> gold = new LinkedHashMap<>();

    /**
     * Reads a set.
     *
     * @param folder holds {@code docs}
     * @param keys the folder of its keyphrases
     */
    LabelledSet(Path folder, Path keys) throws IOException {
        this.keys = keys;
        String own = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        this.name = keys.equals(folder.resolve("keys")) ? own : own + "," + keys.getFileName();
        PhraseReader reader = new PhraseReader();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("docs"))) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String id = String.valueOf(file.getFileName()).replace(".txt", "");
            gold.put(id, gold(id));
            readings.put(id, reader.read(article(id, Files.readString(file))));
        }
    }

    private static Article article(String id, String text) {
        return new Article(id, "", text.strip(), null, null, "en", List.of());
    }

    private Set<String> gold(String id) throws IOException {
        PorterStemmer stemmer = new PorterStemmer();
        Set<String> found = new LinkedHashSet<>();
        for (String line : Files.readAllLines(keys.resolve(id + ".key"))) {
            List<String> stems = new ArrayList<>();
            for (String word : line.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
                stems.add(stemmer.stem(word));
            }
            found.add(String.join(" ", stems));
        }
        found.remove("");
        return found;
    }

    String name() {
        return name;
    }

    /** The texts, each knowing how frequent words are in the others of the set. */
    List<LabelledText> together() {
        Frequencies frequencies = new Frequencies();
        readings.values().forEach(frequencies::learn);
        List<LabelledText> texts = new ArrayList<>();
        readings.forEach((id, reading) -> texts.add(labelled(id, reading, frequencies)));
        return texts;
    }

    /** The texts, each as if it were the only one. */
    List<LabelledText> alone() {
        List<LabelledText> texts = new ArrayList<>();
        readings.forEach((id, reading) -> {
            Frequencies own = new Frequencies();
            own.learn(reading);
            texts.add(labelled(id, reading, own));
        });
        return texts;
    }

    private LabelledText labelled(String id, Reading reading, Frequencies frequencies) {
        Set<String> given = gold.getOrDefault(id, Set.of());
        List<LabelledText.Row> rows = PhraseFeatures.of(reading, frequencies).stream()
                .map(candidate -> new LabelledText.Row(
                        candidate.key(), candidate.features(), given.contains(candidate.key()) ? 1 : 0))
                .toList();
        return new LabelledText(id, name, rows, given);
    }
}
