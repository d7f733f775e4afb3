package dev.linnet.nlp;

import dev.linnet.nlp.sentiment.SentimentReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells which words a mood comes from, by leaving out one after another and reading again (occlusion; Zeiler and Fergus 2014, Li,
 * Monroe and Jurafsky 2016). It holds for any mode, and counts all that a word does: by itself, beside its neighbours, in the
 * network, as style. It takes as many readings as there are words, and so is for whoever asks, not for each post.
 */
final class MoodParts {
    private static final int MOST_WORDS = 60;
    private static final int MOST_PARTS = 12;

    /** Less than this shows nothing. */
    private static final double LEAST = 0.02;

    private MoodParts() {}

    /** The words that move a mood most, strongest first. */
    static List<MoodPart> of(Reading reading, SentimentReader moods) throws UnreadablePostException {
        String text = reading.cleanText();
        List<MoodPart> parts = new ArrayList<>();
        int start = 0;
        for (int n = 0; n < MOST_WORDS && start < text.length(); n++) {
            int end = start;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (end > start) {
                String without = text.substring(0, start) + text.substring(Math.min(end + 1, text.length()));
                double amount =
                        reading.sentiment().score() - moods.read(without).score();
                if (Math.abs(amount) >= LEAST) {
                    parts.add(new MoodPart(text.substring(start, end), amount));
                }
            }
            start = end + 1;
        }
        parts.sort(Comparator.comparingDouble((MoodPart part) -> -Math.abs(part.amount())));
        return List.copyOf(parts.subList(0, Math.min(MOST_PARTS, parts.size())));
    }
}
