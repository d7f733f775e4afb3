package dev.linnet.keywords.mining.vocabulary;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.mining.MinedKeyword;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A vocabulary as a file: mined keywords, and what a person has changed in them. Immutable.
 *
 * <p>What a person edits survives the next mining: a weight that differs from {@code mined} was set by hand; a keyword
 * without {@code mined} is their own; one that was mined last time and stands no longer in the file was taken out by them.
 *
 * @param version how often the file has been written
 * @param keywords the keywords, in the file's order
 * @param removed keywords that mining must not bring back
 * @param trusted handles of trusted authors, lower case, without {@code @}
 * @param muted words and phrases that drop a post
 * @param lastMining what the last mining found, and when
 * @param notes the user's comment lines that stand above no keyword, each with its {@code #}: {@code ""} → those at the
 *     head, {@code "trusted"} → those above a list, {@code "trusted/ann"} → those above or beside an item of it
 */
public record VocabularyFile(
        int version,
        List<VocabularyEntry> keywords,
        Set<String> removed,
        Set<String> trusted,
        Set<String> muted,
        LastMining lastMining,
        Map<String, List<String>> notes) {
    /** The layout that this Linnet writes; it reads no newer one. */
    static final int FORMAT = 1;

    private static final Pattern YAML_START =
            Pattern.compile("(?m)^(?:format|keywords|version|trusted|muted|removed)\\s*:");

    public VocabularyFile {
        keywords = List.copyOf(keywords);
        removed = ordered(removed);
        trusted = ordered(trusted);
        muted = ordered(muted);
        notes = Map.copyOf(notes);
    }

    private static Set<String> ordered(Collection<String> texts) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(texts));
    }

    /** A file of mined keywords alone. */
    public static VocabularyFile of(List<MinedKeyword> mined) {
        return new VocabularyFile(
                1,
                mined.stream().map(VocabularyEntry::of).toList(),
                Set.of(),
                Set.of(),
                Set.of(),
                LastMining.NEVER.withFound(
                        mined.stream().map(MinedKeyword::text).toList()),
                Map.of());
    }

    /**
     * Reads a file: YAML, or a plain list with one keyword a line, a tab and its weight if it isn't 1, and {@code #}
     * comments.
     *
     * @throws VocabularyException with every mistake at once; also if it holds no keyword and no trusted author
     * @throws IOException if the file cannot be read; the message names it
     */
    public static VocabularyFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("there is no vocabulary " + file + "; make one with: linnet keywords");
        }
        if (Files.isDirectory(file)) {
            throw new IOException("the vocabulary " + file + " is a folder; name a file");
        }
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new IOException("the vocabulary " + file + " is not UTF-8 text; save it as UTF-8", e);
        }
        return parse(file, text);
    }

    /** Reads the text of a file of some name, as {@link #read} does. */
    public static VocabularyFile parse(Path file, String text) throws VocabularyException {
        return parse(text, file.toString(), isYaml(file, text));
    }

    static VocabularyFile parse(String text, String name, boolean yaml) throws VocabularyException {
        List<VocabularyMistake> mistakes = new ArrayList<>();
        VocabularyFile file = yaml ? new VocabularyYaml(mistakes).parse(text) : PlainList.parse(text, mistakes);
        if (mistakes.isEmpty() && file.keywords.isEmpty() && file.trusted.isEmpty()) {
            mistakes.add(new VocabularyMistake(
                    1,
                    "it is empty: there is nothing to listen for; add keywords, or mine them with: linnet keywords"));
        }
        if (!mistakes.isEmpty()) {
            throw new VocabularyException(name, mistakes);
        }
        return file;
    }

    private static boolean isYaml(Path file, String text) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml")
                || name.endsWith(".yml")
                || YAML_START.matcher(text).find();
    }

    /** The vocabulary that a run starts with, version 0. */
    public Vocabulary vocabulary() {
        return new Vocabulary(0, keywords.stream().map(VocabularyEntry::keyword).toList(), trusted, muted);
    }

    /**
     * The file after another mining: new keywords come in, those no longer found go, and everything that a person set,
     * added or took out stays so.
     */
    public VocabularyFile minedAgain(List<MinedKeyword> mined) {
        return minedAgain(mined, Set.of());
    }

    /**
     * The same, where some keywords are left as they stand, or do not stand, in this file.
     *
     * @param leftAlone texts of keywords about which a person has decided elsewhere
     */
    public VocabularyFile minedAgain(List<MinedKeyword> mined, Set<String> leftAlone) {
        Map<String, VocabularyEntry> current = byText();
        Set<String> out = new LinkedHashSet<>(removed);
        lastMining.found().stream().filter(text -> !current.containsKey(text)).forEach(out::add);
        Map<String, MinedKeyword> found = new LinkedHashMap<>();
        mined.stream()
                .filter(keyword -> !out.contains(keyword.text()) && !leftAlone.contains(keyword.text()))
                .forEach(keyword -> found.put(keyword.text(), keyword));
        List<VocabularyEntry> next = new ArrayList<>();
        for (VocabularyEntry entry : keywords) {
            MinedKeyword again = found.remove(entry.text());
            if (again != null) {
                next.add(entry.minedAgain(again));
            } else if (entry.handMade() || leftAlone.contains(entry.text())) {
                next.add(entry);
            }
        }
        found.values().forEach(keyword -> next.add(VocabularyEntry.of(keyword)));
        List<String> minedNow = mined.stream()
                .map(MinedKeyword::text)
                .filter(text -> current.containsKey(text) || !leftAlone.contains(text))
                .toList();
        return new VocabularyFile(version + 1, next, out, trusted, muted, lastMining.withFound(minedNow), notes);
    }

    /** The same file with a note of when it was mined, and from how many posts. */
    public VocabularyFile minedAt(Instant at, int posts) {
        LastMining noted = new LastMining(lastMining.found(), at.truncatedTo(ChronoUnit.SECONDS), posts);
        return new VocabularyFile(version, keywords, removed, trusted, muted, noted, notes);
    }

    /** The same file with these authors trusted as well. */
    public VocabularyFile withTrusted(Collection<String> handles) {
        Set<String> all = new LinkedHashSet<>(trusted);
        handles.forEach(handle -> all.add(Names.handle(handle)));
        return new VocabularyFile(version, keywords, removed, all, muted, lastMining, notes);
    }

    /** What changes in the keywords from this file to a newer one: new and gone ones, weights, priorities, variants. */
    public List<VocabularyChange> diff(VocabularyFile newer) {
        Map<String, VocabularyEntry> before = byText();
        Map<String, VocabularyEntry> after = newer.byText();
        List<VocabularyChange> changes = new ArrayList<>();
        after.forEach((text, entry) -> {
            VocabularyEntry old = before.get(text);
            if (old == null) {
                changes.add(new VocabularyChange(VocabularyChange.Kind.ADDED, text, 0, entry.weight()));
            } else {
                changed(old, entry, changes);
            }
        });
        before.forEach((text, entry) -> {
            if (!after.containsKey(text)) {
                changes.add(new VocabularyChange(VocabularyChange.Kind.GONE, text, entry.weight(), 0));
            }
        });
        return changes;
    }

    private static void changed(VocabularyEntry old, VocabularyEntry now, List<VocabularyChange> changes) {
        if (old.weight() != now.weight()) {
            changes.add(new VocabularyChange(VocabularyChange.Kind.WEIGHT, now.text(), old.weight(), now.weight()));
        }
        if (old.priority() != now.priority()) {
            changes.add(new VocabularyChange(VocabularyChange.Kind.PRIORITY, now.text(), old.weight(), now.weight()));
        }
        if (!old.variants().equals(now.variants())) {
            changes.add(new VocabularyChange(VocabularyChange.Kind.VARIANTS, now.text(), old.weight(), now.weight()));
        }
    }

    private Map<String, VocabularyEntry> byText() {
        Map<String, VocabularyEntry> byText = new LinkedHashMap<>();
        keywords.forEach(entry -> byText.put(entry.text(), entry));
        return byText;
    }

    /** Writes the file as YAML, whole or not at all. */
    public void write(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(target.getParent(), "a file lies in a folder");
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".vocabulary", ".tmp");
        try {
            Files.writeString(fresh, yaml());
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The file's text. */
    public String yaml() {
        return VocabularyWriter.yaml(this);
    }
}
