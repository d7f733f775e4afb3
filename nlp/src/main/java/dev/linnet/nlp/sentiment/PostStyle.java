package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.text.Emoji;
import java.util.Arrays;

/** How a post is written: shouting, signs, moods of emoji, mentions. */
final class PostStyle {
    private int tokens;
    private int shouted;
    private int drawnOut;
    private int exclamations;
    private int questions;
    private int dots;
    private int mentions;
    private int hashtags;
    private int numbers;
    private int quotes;
    private final int[] moods = new int[Emoji.Mood.values().length];

    void see(String token) {
        tokens++;
        char first = token.charAt(0);
        switch (first) {
            case '!' -> exclamations += token.length();
            case '?' -> questions += token.length();
            case '.', '…' -> dots += token.length() > 1 || first == '…' ? 1 : 0;
            case '@' -> mentions++;
            case '#' -> hashtags++;
            case '"', '`', '“' -> quotes++;
            default -> word(token);
        }
        Emoji.Mood mood = Emoji.mood(token);
        if (mood != null) {
            moods[mood.ordinal()]++;
        }
    }

    private void word(String token) {
        numbers += Character.isDigit(token.charAt(0)) ? 1 : 0;
        int upper = 0;
        int run = 1;
        boolean drawn = false;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            upper += Character.isUpperCase(c) ? 1 : 0;
            run = i > 0 && c == token.charAt(i - 1) ? run + 1 : 1;
            drawn |= run >= 3 && Character.isLetter(c);
        }
        shouted += upper == token.length() && upper >= 3 ? 1 : 0;
        drawnOut += drawn ? 1 : 0;
    }

    /** Whether an emoji or emoticon with a mood was seen. */
    boolean hasMood() {
        return Arrays.stream(moods).anyMatch(count -> count > 0);
    }

    /** Adds the style from {@code place} on, each feature from 0 to about 1, and gives the next free place. */
    int addTo(FeatureVector vector, int place) {
        int next = place;
        for (int count :
                new int[] {shouted, drawnOut, exclamations, questions, dots, mentions, hashtags, numbers, quotes}) {
            vector.add(next++, Math.min(count, 3) / 3f);
        }
        for (int count : moods) {
            vector.add(next++, Math.min(count, 2) / 2f);
        }
        vector.add(next++, Math.min(tokens, 40) / 40f);
        return next;
    }
}
