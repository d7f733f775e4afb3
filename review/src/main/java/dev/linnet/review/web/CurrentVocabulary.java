package dev.linnet.review.web;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.KeywordChange;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.Journal;
import dev.linnet.queue.JournalEntry;
import dev.linnet.review.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary with every journal act applied, so that a page shows a change as soon as it is made.
 *
 * <p>The acts are absolute ("set to", "remove"), so that applying one that the supplied vocabulary already has changes
 * nothing.
 */
public final class CurrentVocabulary {
    private static final int BATCH = 1_000;

    private final Supplier<Vocabulary> supplied;
    private final Journal journal;
    private final List<JournalEntry> acts = new ArrayList<>();
    private long last;

    public CurrentVocabulary(Supplier<Vocabulary> supplied, Journal journal) {
        this.supplied = supplied;
        this.journal = journal;
    }

    /** The vocabulary as it stands now. */
    public synchronized Vocabulary get() {
        readOn();
        Vocabulary base = supplied.get();
        Map<String, Keyword> keywords = new LinkedHashMap<>();
        base.keywords().forEach(keyword -> keywords.put(keyword.text(), keyword));
        Set<String> trusted = new TreeSet<>(base.trustedAuthors());
        Set<String> muted = new TreeSet<>(base.mutedTopics());
        acts.forEach(act -> apply(act, keywords, trusted, muted));
        return new Vocabulary(Math.max(base.version(), acts.size()), List.copyOf(keywords.values()), trusted, muted);
    }

    private void readOn() {
        while (true) {
            List<JournalEntry> entries = journal.after(last, BATCH);
            for (JournalEntry entry : entries) {
                last = entry.sequence();
                if (isVocabularyAct(entry.act())) {
                    acts.add(entry);
                }
            }
            if (entries.size() < BATCH) {
                return;
            }
        }
    }

    private static boolean isVocabularyAct(JournalEntry.Act act) {
        return switch (act) {
            case SET_KEYWORD, REMOVE_KEYWORD, MUTE, UNMUTE, TRUST, UNTRUST -> true;
            default -> false;
        };
    }

    private static void apply(
            JournalEntry entry, Map<String, Keyword> keywords, Set<String> trusted, Set<String> muted) {
        String subject = PlainText.line(entry.subject(), Integer.MAX_VALUE).toLowerCase(Locale.ROOT);
        switch (entry.act()) {
            case SET_KEYWORD -> keywords.compute(subject, (text, before) -> changed(text, before, entry));
            case REMOVE_KEYWORD -> keywords.remove(subject);
            case MUTE -> muted.add(subject);
            case UNMUTE -> muted.remove(subject);
            case TRUST -> trusted.add(subject);
            case UNTRUST -> trusted.remove(subject);
            default -> {}
        }
    }

    private static @Nullable Keyword changed(String text, @Nullable Keyword before, JournalEntry entry) {
        try {
            return KeywordChange.apply(text, before, entry.data());
        } catch (IllegalArgumentException e) {
            // Not written by this console; the job leaves it out too.
            return before;
        }
    }
}
