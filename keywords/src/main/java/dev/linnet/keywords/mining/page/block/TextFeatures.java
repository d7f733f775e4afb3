package dev.linnet.keywords.mining.page.block;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a block's words say by themselves, and beside what the page says of its article. */
final class TextFeatures {
    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
    private static final Pattern CLOCK = Pattern.compile("\\b\\d{1,2}[:.]\\d{2}\\b");
    private static final String ENDS = ".!?…。！？\"”“»':;)";
    private static final int LOOKED_AT = 400;

    private final Set<String> title;
    private final Set<String> description;
    private final String author;

    private final Set<String> body;

    TextFeatures(Clues clues) {
        title = words(clues.title());
        description = words(clues.description());
        body = body(clues.body());
        author = clues.author().toLowerCase(Locale.ROOT);
    }

    void add(Row row, Block block, int wording) {
        String text = block.text;
        row.add("chars", Math.log(1 + text.length()));
        row.add("linkDensity", block.linkDensity());
        row.add("links", Math.min(10, block.links));
        row.add("leading link", block.leading);
        row.add("emphasis", (double) block.emphasised / text.length());
        addCharacters(row, text);
        char last = text.charAt(text.length() - 1);
        row.add("ends", text.endsWith("...") || last == '…' ? 3 : ENDS.indexOf(last) < 0 ? 0 : last == ':' ? 1 : 2);
        row.add("startsLow", !Character.isUpperCase(text.codePointAt(0)));
        boolean isShort = text.length() < 250;
        row.add("year", isShort && YEAR.matcher(text).find());
        row.add("clock", isShort && CLOCK.matcher(text).find());
        Set<String> words = text.length() > LOOKED_AT ? Set.of() : words(text);
        row.add("title", likeness(words, title));
        row.add("description", likeness(words, description));
        row.add(
                "author",
                isShort && author.length() > 3 && text.toLowerCase(Locale.ROOT).contains(author));
        row.add("told", body.isEmpty() ? -1 : told(text));
        for (Wording kind : Wording.ALL) {
            row.add("says " + kind, (wording >> kind.ordinal() & 1) == 1 ? isShort ? 2 : 1 : 0);
        }
    }

    private static void addCharacters(Row row, String text) {
        int length = Math.min(text.length(), LOOKED_AT);
        int digits = 0;
        int upper = 0;
        int marks = 0;
        int spaces = 0;
        int commas = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (Character.isUpperCase(c)) {
                upper++;
            } else if (c == ' ') {
                spaces++;
            } else if (c == ',' || c == '.' || c == '、' || c == '，' || c == '。') {
                commas++;
            } else if (!Character.isLetter(c)) {
                marks++;
            }
        }
        row.add("words", Math.log(1 + spaces));
        row.add("digits", (double) digits / length);
        row.add("capitals", (double) upper / (spaces + 1));
        row.add("marks", (double) marks / length);
        row.add("commas", (double) commas / (spaces + 1));
        row.add("wordLength", (double) (length - spaces) / (spaces + 1));
    }

    double titleLikeness(Block block) {
        return block.text.length() > LOOKED_AT ? 0 : likeness(words(block.text), title);
    }

    /** Shared words over all words of both. */
    private static double likeness(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return (double) both.size() / (a.size() + b.size() - both.size());
    }

    /** How much of a text is in the article as the page tells it. */
    private double told(String text) {
        Set<String> threes = body(text.substring(0, Math.min(text.length(), LOOKED_AT)));
        if (threes.isEmpty()) {
            return 0.5;
        }
        int all = threes.size();
        threes.retainAll(body);
        return (double) threes.size() / all;
    }

    private static Set<String> body(String text) {
        String[] words = WORD_ENDS.split(text.toLowerCase(Locale.ROOT));
        Set<String> threes = new HashSet<>();
        for (int i = 0; i + 3 <= words.length; i++) {
            threes.add(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
        }
        return threes;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(WORD_ENDS.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }
}
