package dev.linnet.review.vocabulary;

import dev.linnet.keywords.Keyword;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.review.text.Figures;
import dev.linnet.review.web.InputException;
import dev.linnet.review.web.Notice;
import dev.linnet.review.web.Stores;
import java.util.Map;
import java.util.Optional;

/** What can be done to the vocabulary: each writes one journal act, which the running job obeys, and can be taken back. */
public final class VocabularyActs {
    private static final double MAX_WEIGHT = 100;

    private final Stores stores;

    public VocabularyActs(Stores stores) {
        this.stores = stores;
    }

    /** Adds a keyword, or changes its weight or priority. */
    public Notice setKeyword(String typed, String weight, boolean isPriority, String why) {
        String text = KeywordText.topic(typed);
        double number = weight(weight);
        boolean isNew = find(text).isEmpty();
        write(Act.SET_KEYWORD, text, why, Map.of("weight", number, "priority", isPriority ? 1.0 : 0.0));
        String how = " with weight " + Figures.plain(number) + (isPriority ? " and priority." : ".");
        return isNew
                ? Notice.done("Tracking “" + text + "”" + how, action("Undo", "/keywords/remove", "text", text))
                : Notice.done("“" + text + "” is kept" + how);
    }

    /** Removes a keyword. */
    public Notice removeKeyword(String typed) {
        String text = KeywordText.topic(typed);
        Optional<Keyword> before = find(text);
        if (before.isEmpty()) {
            return Notice.problem("“" + text + "” is not tracked.");
        }
        write(Act.REMOVE_KEYWORD, text, "", Map.of());
        Map<String, String> back = Map.of(
                "text",
                text,
                "weight",
                Figures.plain(before.get().weight()),
                "priority",
                before.get().priority() ? "1" : "");
        return Notice.done("“" + text + "” is no longer tracked.", new Notice.Action("Undo", "/keywords/set", back));
    }

    /** Mutes a topic: posts that hold it are dropped. */
    public Notice mute(String typed) {
        return mute(typed, "");
    }

    /** The same for a reason. */
    public Notice mute(String typed, String why) {
        String topic = KeywordText.topic(typed);
        write(Act.MUTE, topic, why, Map.of());
        return Notice.done(
                "Posts with “" + topic + "” are left out from now on.",
                action("Undo", "/topics/unmute", "topic", topic));
    }

    /** Ends a mute. */
    public Notice unmute(String typed) {
        String topic = KeywordText.topic(typed);
        write(Act.UNMUTE, topic, "", Map.of());
        return Notice.done("“" + topic + "” is no longer muted.", action("Undo", "/topics/mute", "topic", topic));
    }

    /** Trusts an author: every post of theirs is a candidate. */
    public Notice trust(String typed) {
        String handle = KeywordText.handle(typed);
        write(Act.TRUST, handle, "", Map.of());
        return Notice.done("@" + handle + " is trusted.", action("Undo", "/authors/untrust", "author", handle));
    }

    /** Ends the trust in an author. */
    public Notice untrust(String typed) {
        String handle = KeywordText.handle(typed);
        write(Act.UNTRUST, handle, "", Map.of());
        return Notice.done("@" + handle + " is no longer trusted.", action("Undo", "/authors/trust", "author", handle));
    }

    private Optional<Keyword> find(String text) {
        return stores.vocabulary().get().keywords().stream()
                .filter(keyword -> keyword.text().equals(text))
                .findFirst();
    }

    private void write(Act act, String subject, String why, Map<String, Double> data) {
        stores.journal().append(stores.clock().instant(), stores.reviewer(), act, subject, why, data);
    }

    private static double weight(String typed) {
        try {
            double weight = typed.isEmpty() ? 1 : Double.parseDouble(typed.replace(',', '.'));
            if (weight > 0 && weight <= MAX_WEIGHT) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new InputException(
                "A weight is a number above 0 and up to 100; 1 is an ordinary keyword, 3 a strong one. "
                        + "Nothing was changed.");
    }

    private static Notice.Action action(String label, String path, String field, String value) {
        return new Notice.Action(label, path, Map.of(field, value));
    }
}
