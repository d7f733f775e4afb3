package dev.linnet.review.suggestions;

import dev.linnet.keywords.weighting.Reason;

/** Why a suggestion is rejected, as the page offers it; each teaches the model something else. */
public enum RejectReason {
    OFF_TOPIC(Reason.OFF_TOPIC, "Off topic"),
    NOT_THIS_AUTHOR(Reason.NOT_THIS_AUTHOR, "Not this author"),
    SEEN(Reason.SEEN, "Already seen"),
    LOW_QUALITY(Reason.LOW_QUALITY, "Low quality"),
    TONE(Reason.TONE, "Tone");

    private final Reason reason;
    private final String label;

    RejectReason(Reason reason, String label) {
        this.reason = reason;
        this.label = label;
    }

    /** How it stands in the journal. */
    public String code() {
        return reason.id();
    }

    /** How it stands on the page. */
    public String label() {
        return label;
    }

    /** A reason from the journal in plain words: one of these, or the free text as it is. */
    public static String plain(String why) {
        for (RejectReason reason : values()) {
            if (reason.code().equals(why)) {
                return reason.label;
            }
        }
        return why;
    }
}
