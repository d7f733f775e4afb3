package dev.linnet.keywords.weighting;

import java.util.Locale;
import java.util.Set;

/** Why a suggestion was rejected, and so which kinds of feature the rejection speaks about. */
public enum Reason {
    /** Not what the author writes about: its words, not who wrote it. */
    OFF_TOPIC(Set.of(
            Features.KEYWORD,
            Features.HASHTAG,
            Features.PHRASE,
            Features.WORD,
            Features.STEM,
            Features.MENTION,
            Features.LINK)),
    /** Nothing by this author. */
    NOT_THIS_AUTHOR(Set.of(Features.AUTHOR)),
    /** Known already; says nothing about its like. */
    SEEN(Set.of()),
    /** Badly written, spam, hype: its author, the sites it links to, its reach. */
    LOW_QUALITY(Set.of(Features.AUTHOR, Features.VIA, Features.LINK, Features.REACH)),
    /** The wrong mood. */
    TONE(Set.of(Features.SENTIMENT)),
    /** None given: it may be anything. */
    NONE(Set.of());

    private final Set<String> kinds;

    Reason(Set<String> kinds) {
        this.kinds = kinds;
    }

    /** The name in the journal: {@code off-topic}, {@code not-this-author}, … */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of that name, written with hyphens, spaces or underscores; {@link #NONE} for any other words. */
    public static Reason of(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        for (Reason reason : values()) {
            if (reason.id().equals(wanted)) {
                return reason;
            }
        }
        return wanted.equals("already-seen") ? SEEN : NONE;
    }

    /** Whether a rejection for this reason teaches features of a kind. */
    public boolean teaches(String kind) {
        return this == NONE || kinds.contains(kind);
    }
}
