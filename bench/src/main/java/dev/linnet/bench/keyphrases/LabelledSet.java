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
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import opennlp.tools.stemmer.PorterStemmer;

/** Reads a folder with {@code docs/ID.txt}, and a folder of {@code ID.key}, a keyphrase a line. */
final class LabelledSet {
    private final Path keys;
    private final String name;
    private final Map<String, String> texts = new LinkedHashMap<>();
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
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("docs"))) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String id = String.valueOf(file.getFileName()).replace(".txt", "");
            gold.put(id, gold(id));
            texts.put(id, Files.readString(file));
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
        return together(texts);
    }

    /** The texts, each as if it were the only one. */
    List<LabelledText> alone() {
        List<LabelledText> labelled = new ArrayList<>();
        readings(texts).forEach((id, reading) -> {
            Frequencies own = new Frequencies();
            own.learn(reading);
            labelled.add(labelled(id, reading, own));
        });
        return labelled;
    }

    /** The texts altered, the first by the first of these, the second by the second, and so on in turn. */
    List<LabelledText> altered(Alteration... alterations) {
        Map<String, String> altered = new LinkedHashMap<>();
        texts.forEach((id, text) ->
                altered.put(id, alterations[altered.size() % alterations.length].of(text, new Random(id.hashCode()))));
        return together(altered);
    }

    private List<LabelledText> together(Map<String, String> some) {
        Map<String, Reading> readings = readings(some);
        Frequencies frequencies = new Frequencies();
        readings.values().forEach(frequencies::learn);
        List<LabelledText> labelled = new ArrayList<>();
        readings.forEach((id, reading) -> labelled.add(labelled(id, reading, frequencies)));
        return labelled;
    }

    private static Map<String, Reading> readings(Map<String, String> texts) {
        PhraseReader reader = new PhraseReader();
        Map<String, Reading> readings = new LinkedHashMap<>();
        texts.forEach((id, text) -> readings.put(id, reader.read(article(id, text))));
        return readings;
    }

    private LabelledText labelled(String id, Reading reading, Frequencies frequencies) {
        return new LabelledText(id, name, PhraseFeatures.of(reading, frequencies), gold.getOrDefault(id, Set.of()));
    }
}
