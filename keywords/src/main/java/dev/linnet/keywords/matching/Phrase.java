package dev.linnet.keywords.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A keyword as it is looked for: folded words, and the punctuation that belongs to it.
 *
 * @param words the folded words; at least one
 * @param lead what must stand right before the first word: {@code .} of {@code .NET}, or empty
 * @param gaps what must stand between the words; one fewer than words
 * @param trail what must stand right after the last word: {@code ++} of {@code C++}, or empty
 * @param endsInWord whether the last word is written in letters rather than an ideograph or a symbol
 */
record Phrase(List<String> words, String lead, List<Gap> gaps, String trail, boolean endsInWord) {
    private static final String LEADS = ".#@$";
    private static final String TRAILS = "+#*%°";
    private static final String HYPHENS = "-_\u2010\u2011\u2012\u2013\u2014\u2212\u00B7";
    private static final int SHORTEST_JOINED = 4;
    private static final int SHORTEST_TAG = 3;

    /** What stands between two words of a phrase, and what may stand there in a text. */
    record Gap(Kind kind, String literal) {
        enum Kind {
            /** Nothing, between ideographs. */
            NONE,
            /** Any white space, hyphens, the mark of the next hashtag. */
            LOOSE,
            /** A hyphen or full stop in the keyword: as loose, or the same mark, or written as one word. */
            HYPHEN,
            /** An apostrophe of any shape. */
            APOSTROPHE,
            /** Just this punctuation, white space aside. */
            LITERAL
        }
    }

    /** Takes a keyword apart; empty when it holds no letter, digit or symbol that could be found. */
    static Optional<Phrase> parse(String keyword) {
        FoldedText text = FoldedText.of(keyword);
        List<FoldedText.Token> tokens = text.tokens();
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            FoldedText.Token token = tokens.get(i);
            words.add(text.substring(token.from(), token.to()));
            if (i > 0) {
                gaps.add(gap(text, tokens.get(i - 1), token));
            }
        }
        FoldedText.Token last = tokens.get(tokens.size() - 1);
        return Optional.of(new Phrase(
                List.copyOf(words), lead(text, tokens.get(0)), List.copyOf(gaps), trail(text, last), !last.single()));
    }

    /** The same phrase with another last word. */
    Phrase withLastWord(String word) {
        List<String> changed = new ArrayList<>(words);
        changed.set(changed.size() - 1, word);
        return new Phrase(List.copyOf(changed), lead, gaps, trail, endsInWord);
    }

    /** The words as one: {@code machinelearning}. */
    String joined() {
        return String.join("", words);
    }

    /** Whether it may be written as one word anywhere: {@code e-commerce} as {@code ecommerce}. */
    boolean joinsAnywhere() {
        return words.size() > 1
                && isBare()
                && gaps.stream().allMatch(gap -> gap.kind() == Gap.Kind.HYPHEN)
                && joined().length() >= SHORTEST_JOINED;
    }

    /** Whether it may be written as one word in a hashtag or a mention. */
    boolean joinsInTag() {
        return isBare()
                && gaps.stream().noneMatch(gap -> gap.kind() == Gap.Kind.LITERAL)
                && (words.size() == 1 || joined().length() >= SHORTEST_TAG);
    }

    private boolean isBare() {
        return lead.isEmpty() && trail.isEmpty();
    }

    /** Whether the text holds, around and between these tokens, the punctuation that the phrase asks for. */
    boolean punctuationFits(FoldedText text, List<FoldedText.Token> tokens, int first, int last) {
        int from = tokens.get(first).from();
        int to = tokens.get(last).to();
        if (!lead.isEmpty() && !(holds(text, from - lead.length(), lead) && !wordAt(text, from - lead.length() - 1))) {
            return false;
        }
        if (!trail.isEmpty() && !holds(text, to, trail)) {
            return false;
        }
        for (int i = first; i < last; i++) {
            int gapFrom = tokens.get(i).to();
            int gapTo = tokens.get(i + 1).from();
            if (!gapFits(gaps.get(i - first), text, gapFrom, gapTo)) {
                return false;
            }
        }
        return true;
    }

    private static boolean gapFits(Gap gap, FoldedText text, int from, int to) {
        return switch (gap.kind()) {
            case NONE -> from == to;
            case LOOSE -> isLoose(text, from, to);
            case HYPHEN -> isLoose(text, from, to) || squeezed(text, from, to).equals(gap.literal());
            case APOSTROPHE -> isLoose(text, from, to) || (to - from == 1 && isApostrophe(text.charAt(from)));
            case LITERAL -> squeezed(text, from, to).equals(gap.literal());
        };
    }

    private static Gap gap(FoldedText text, FoldedText.Token before, FoldedText.Token after) {
        String between = squeezed(text, before.to(), after.from());
        boolean spaced = after.from() > before.to();
        if (!spaced) {
            return new Gap(before.single() && after.single() ? Gap.Kind.NONE : Gap.Kind.LOOSE, "");
        }
        if (between.isEmpty()) {
            return new Gap(Gap.Kind.LOOSE, "");
        }
        if (between.length() == 1 && isApostrophe(between.charAt(0))) {
            return new Gap(Gap.Kind.APOSTROPHE, between);
        }
        boolean tight = between.length() == after.from() - before.to();
        if (tight && between.length() == 1 && HYPHENS.indexOf(between.charAt(0)) >= 0) {
            return new Gap(Gap.Kind.HYPHEN, between);
        }
        boolean dot = tight && between.equals(".");
        boolean letters =
                !Character.isDigit(text.charAt(before.to() - 1)) && !Character.isDigit(text.charAt(after.from()));
        return dot && letters ? new Gap(Gap.Kind.HYPHEN, between) : new Gap(Gap.Kind.LITERAL, between);
    }

    private static String lead(FoldedText text, FoldedText.Token first) {
        int before = first.from() - 1;
        return before >= 0 && LEADS.indexOf(text.charAt(before)) >= 0 ? String.valueOf(text.charAt(before)) : "";
    }

    private static String trail(FoldedText text, FoldedText.Token last) {
        int to = last.to();
        while (to < text.length() && TRAILS.indexOf(text.charAt(to)) >= 0) {
            to++;
        }
        return text.substring(last.to(), to);
    }

    private static boolean isLoose(FoldedText text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean loose = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || HYPHENS.indexOf(c) >= 0
                    || c == '\u200B'
                    || c == '#'
                    || c == '@';
            if (!loose) {
                return false;
            }
        }
        return true;
    }

    private static String squeezed(FoldedText text, int from, int to) {
        StringBuilder squeezed = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                squeezed.append(c);
            }
        }
        return squeezed.toString();
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '`';
    }

    private static boolean holds(FoldedText text, int at, String literal) {
        if (at < 0 || at + literal.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < literal.length(); i++) {
            if (text.charAt(at + i) != literal.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean wordAt(FoldedText text, int i) {
        return i >= 0 && text.kind(i) == Folding.WORD;
    }
}
