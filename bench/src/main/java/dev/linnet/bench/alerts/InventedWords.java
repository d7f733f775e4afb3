package dev.linnet.bench.alerts;

import java.util.Random;

/** Words, names and authors that do not exist; common ones come often, as words do. */
final class InventedWords {
    private static final String[] SYLLABLES = {
        "ba", "dor", "fen", "gil", "ka", "lum", "mir", "no", "pel", "qui", "ras", "sol", "tav", "ul", "ven", "wim",
        "xo", "yar", "zet"
    };
    private static final int WORDS = 3_000;
    private static final int AUTHORS = 20_000;

    private final Random random;

    InventedWords(Random random) {
        this.random = random;
    }

    String author() {
        return "author" + (int) (AUTHORS * Math.pow(random.nextDouble(), 2));
    }

    /** A name of two words that no text holds by chance. */
    String name() {
        return word(WORDS + random.nextInt(1_000_000)) + "a " + word(WORDS + random.nextInt(1_000_000)) + "o";
    }

    String text(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            some(text);
            text.append(part).append(' ');
        }
        some(text);
        return text.toString().trim();
    }

    private void some(StringBuilder text) {
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            text.append(word((int) (WORDS * Math.pow(random.nextDouble(), 3)))).append(' ');
        }
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        int rest = number + SYLLABLES.length;
        while (rest > 0) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return word.toString();
    }
}
