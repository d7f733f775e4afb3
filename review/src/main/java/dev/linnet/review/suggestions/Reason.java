package dev.linnet.review.suggestions;

import java.util.Arrays;
import java.util.Optional;

/** Why a suggestion is rejected; each teaches the model something else. */
public enum Reason {
    OFF_TOPIC("off-topic", "Off topic"),
    NOT_THIS_AUTHOR("not-this-author", "Not this author"),
    SEEN("seen", "Already seen"),
    LOW_QUALITY("low-quality", "Low quality"),
    TONE("tone", "Tone");

    private final String code;
    private final String label;

    Reason(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** How it stands in the journal. */
    public String code() {
        return code;
    }

    /** How it stands on the page. */
    public String label() {
        return label;
    }

    /** A reason from the journal in plain words: one of these, or the free text as it is. */
    public static String plain(String why) {
        return find(why).map(Reason::label).orElse(why);
    }

    private static Optional<Reason> find(String code) {
        return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
}
