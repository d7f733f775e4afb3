package dev.linnet.pipeline.filter;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.KeywordChange;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.JournalEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the journal's acts on keywords, trust and mute to a vocabulary. */
public final class VocabularyEdits {
    private static final Logger LOG = LoggerFactory.getLogger(VocabularyEdits.class);

    private VocabularyEdits() {}

    /** Whether an act changes the vocabulary. */
    public static boolean isEdit(JournalEntry entry) {
        return switch (entry.act()) {
            case SET_KEYWORD, REMOVE_KEYWORD, MUTE, UNMUTE, TRUST, UNTRUST -> true;
            case APPROVE, REJECT, UNDO, SILENCE, USEFUL, NOT_USEFUL, OUTCOME, EXPIRE, ROLLBACK, FORGET -> false;
        };
    }

    /** The vocabulary after some acts, in journal order; its version is the last act's sequence number. */
    public static Vocabulary apply(Vocabulary vocabulary, List<JournalEntry> entries) {
        Map<String, Keyword> keywords = new LinkedHashMap<>();
        vocabulary.keywords().forEach(keyword -> keywords.put(keyword.text(), keyword));
        Set<String> trusted = new HashSet<>(vocabulary.trustedAuthors());
        Set<String> muted = new HashSet<>(vocabulary.mutedTopics());
        long version = vocabulary.version();
        for (JournalEntry entry : entries) {
            version = entry.sequence();
            switch (entry.act()) {
                case SET_KEYWORD -> set(keywords, entry);
                case REMOVE_KEYWORD -> keywords.remove(canonical(entry.subject()));
                case MUTE -> muted.add(canonical(entry.subject()));
                case UNMUTE -> muted.remove(canonical(entry.subject()));
                case TRUST -> trusted.add(handle(entry.subject()));
                case UNTRUST -> trusted.remove(handle(entry.subject()));
                case APPROVE, REJECT, UNDO, SILENCE, USEFUL, NOT_USEFUL, OUTCOME, EXPIRE, ROLLBACK, FORGET -> {
                    // These change no vocabulary.
                }
            }
        }
        muted.remove("");
        trusted.remove("");
        return new Vocabulary(version, new ArrayList<>(keywords.values()), trusted, muted);
    }

    private static void set(Map<String, Keyword> keywords, JournalEntry entry) {
        String text = canonical(entry.subject());
        try {
            keywords.put(text, KeywordChange.apply(text, keywords.get(text), entry.data()));
        } catch (IllegalArgumentException e) {
            LOG.warn("Journal entry {} is left out of the vocabulary: {}", entry.sequence(), e.getMessage());
        }
    }

    private static String canonical(String subject) {
        return subject.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static String handle(String subject) {
        String lower = subject.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("@") ? lower.substring(1) : lower;
    }
}
