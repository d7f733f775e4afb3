package dev.linnet.pipeline.mining;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.KeywordChange;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the journal knows of the vocabulary file: the file as the job was made with it, and every act that was written for the
 * file since. Tells what must be written so that journal and file agree again.
 *
 * <p>The journal is the only memory, so a job that starts again, or a mining that was cut off, writes nothing twice.
 */
final class FileActs {
    /** Who has mined. */
    static final String MINING = "linnet/mining";

    /** Who has seen that a person edited the file. */
    static final String FILE = "linnet/file";

    private final Map<String, Keyword> keywords = new LinkedHashMap<>();
    private final Set<String> trusted;
    private final Set<String> muted;
    private final Set<String> decidedByPeople = new HashSet<>();

    /** @param base the file's vocabulary as the job was made with it */
    FileActs(Vocabulary base) {
        base.keywords().forEach(keyword -> keywords.put(keyword.text(), keyword));
        trusted = new HashSet<>(base.trustedAuthors());
        muted = new HashSet<>(base.mutedTopics());
    }

    /**
     * An act to write.
     *
     * @param act its kind
     * @param subject a keyword, handle or topic
     * @param data what it sets
     */
    record Change(Act act, String subject, Map<String, Double> data) {}

    /** Takes an entry of the journal, in order. */
    void take(JournalEntry entry) {
        boolean ours = entry.who().equals(MINING) || entry.who().equals(FILE);
        if (ours) {
            own(entry);
        } else if (entry.act() == Act.SET_KEYWORD || entry.act() == Act.REMOVE_KEYWORD) {
            decidedByPeople.add(canonical(entry.subject()));
        }
    }

    private void own(JournalEntry entry) {
        String subject = entry.subject();
        switch (entry.act()) {
            case SET_KEYWORD -> {
                keywords.put(subject, KeywordChange.apply(subject, keywords.get(subject), entry.data()));
                decidedByPeople.remove(subject);
            }
            case REMOVE_KEYWORD -> {
                keywords.remove(subject);
                decidedByPeople.remove(subject);
            }
            case TRUST -> trusted.add(subject);
            case UNTRUST -> trusted.remove(subject);
            case MUTE -> muted.add(subject);
            case UNMUTE -> muted.remove(subject);
            case APPROVE, REJECT, UNDO, SILENCE, USEFUL, NOT_USEFUL, OUTCOME, EXPIRE, ROLLBACK, FORGET -> {
                // Nobody writes these for a file.
            }
        }
    }

    /** Keywords about which a person had the last word in the console: mining leaves them alone. */
    Set<String> decidedByPeople() {
        return Set.copyOf(decidedByPeople);
    }

    /**
     * What must be written so that the journal knows the file as it is now.
     *
     * @param file the file's vocabulary now
     */
    List<Change> changes(Vocabulary file) {
        List<Change> changes = new ArrayList<>();
        Set<String> standing = new HashSet<>();
        for (Keyword keyword : file.keywords()) {
            standing.add(keyword.text());
            if (!same(keyword, keywords.get(keyword.text()))) {
                changes.add(new Change(Act.SET_KEYWORD, keyword.text(), KeywordChange.to(keyword)));
            }
        }
        keywords.keySet().stream()
                .filter(text -> !standing.contains(text))
                .forEach(text -> changes.add(new Change(Act.REMOVE_KEYWORD, text, Map.of())));
        names(Act.TRUST, Act.UNTRUST, trusted, file.trustedAuthors(), changes);
        names(Act.MUTE, Act.UNMUTE, muted, file.mutedTopics(), changes);
        return changes;
    }

    private static boolean same(Keyword now, @org.jspecify.annotations.Nullable Keyword known) {
        return known != null
                && now.weight() == known.weight()
                && now.priority() == known.priority()
                && Set.copyOf(now.variants()).equals(Set.copyOf(known.variants()));
    }

    private static void names(Act come, Act gone, Set<String> known, Set<String> now, List<Change> changes) {
        now.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> changes.add(new Change(come, name, Map.of())));
        known.stream()
                .filter(name -> !now.contains(name))
                .sorted()
                .forEach(name -> changes.add(new Change(gone, name, Map.of())));
    }

    private static String canonical(String subject) {
        return subject.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
    }
}
