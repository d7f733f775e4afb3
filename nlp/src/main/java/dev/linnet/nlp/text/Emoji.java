package dev.linnet.nlp.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mood of emoji and emoticons, from the list {@code emoji.tsv}. */
public final class Emoji {
    private static final Map<String, Mood> MOODS = load();

    /** What a sign says. */
    public enum Mood {
        JOY(0.6f),
        LOVE(0.7f),
        ANGER(-0.6f),
        GRIEF(-0.5f);

        private final float strength;

        Mood(float strength) {
            this.strength = strength;
        }

        /** How pleasant the mood is, −1 to 1. */
        public float strength() {
            return strength;
        }
    }

    private Emoji() {}

    /** The mood of a token that is an emoji, a run of one, or an emoticon; null when it is none or has no mood. */
    public static @Nullable Mood mood(String token) {
        if (token.isEmpty() || (Character.isLetterOrDigit(token.charAt(0)) && token.length() > 3)) {
            return null;
        }
        Mood whole = MOODS.get(token);
        if (whole != null || token.codePointAt(0) < 0x2000) {
            return whole;
        }
        return MOODS.get(Character.toString(token.codePointAt(0)));
    }

    /** Whether a character is a pictograph, or one of the marks that change one. */
    public static boolean isPictograph(int point) {
        return (point >= 0x1F000 && point <= 0x1FAFF)
                || (point >= 0x2600 && point <= 0x27BF)
                || (point >= 0x2B00 && point <= 0x2BFF)
                || (point >= 0x2190 && point <= 0x23FF)
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0x200D
                || point == 0x20E3
                || (point >= 0xE0000 && point <= 0xE007F);
    }

    private static Map<String, Mood> load() {
        Map<String, Mood> moods = new HashMap<>();
        for (String line : Resources.lines("/dev/linnet/nlp/emoji.tsv")) {
            String[] parts = line.split("\t", 2);
            Mood mood = switch (parts[0]) {
                case "joy", "happy-face" -> Mood.JOY;
                case "love" -> Mood.LOVE;
                case "anger" -> Mood.ANGER;
                case "grief", "sad-face" -> Mood.GRIEF;
                default -> throw new IllegalStateException("emoji.tsv: no mood is called " + parts[0]);
            };
            for (String sign : parts[1].split(" ")) {
                moods.putIfAbsent(sign, mood);
            }
        }
        return Map.copyOf(moods);
    }
}
