package dev.linnet.keywords.mining.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of each supported language that are too common to be a topic. Lower case, with straight apostrophes. */
public final class StopWords {
    /** The languages that have a list, English first. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl");

    private static final Map<String, Set<String>> LISTS = new ConcurrentHashMap<>();

    private StopWords() {}

    /** The stop words of a language; empty if it has no list. */
    public static Set<String> of(String language) {
        return LANGUAGES.contains(language) ? LISTS.computeIfAbsent("stop-" + language, StopWords::load) : Set.of();
    }

    /** English words that alone are too general to be a topic. */
    static Set<String> general(String language) {
        return language.equals("en") ? LISTS.computeIfAbsent("common-en", StopWords::load) : Set.of();
    }

    /** English words that only praise, measure or point when a phrase begins with them. */
    static Set<String> slight() {
        return LISTS.computeIfAbsent("slight-en", StopWords::load);
    }

    /** English verbs in -s that are no noun's plural. */
    static Set<String> verbs() {
        return LISTS.computeIfAbsent("verbs-en", StopWords::load);
    }

    /** English nouns, in the singular, that speak of a text or a study rather than of its subject. */
    static Set<String> discourse() {
        return LISTS.computeIfAbsent("discourse-en", StopWords::load);
    }

    private static Set<String> load(String name) {
        try (InputStream in = StopWords.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the list " + name + ".txt is missing from the jar");
            }
            Set<String> words = new LinkedHashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> words.addAll(List.of(line.strip().split("\\s+"))));
            return Set.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
