package dev.linnet.nlp.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through a text once and cuts it where a clause may begin. */
final class ClauseScan {
    private static final Pattern TOKEN = Pattern.compile("\n|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’]*|[^\\s]");

    private static final int MOST_TOKENS = 400;

    /** "Nothing but", "last but not least": no contrast. */
    private static final Set<String> NO_CONTRAST_BEFORE =
            Set.of("nothing", "all", "anything", "everything", "everyone", "nobody", "none", "help", "last");

    private static final Set<String> OPENERS =
            Set.of("although", "though", "while", "whilst", "whereas", "despite", "unlike");

    /** What may begin a clause that takes something back, behind a comma. */
    private static final Set<String> ASIDES =
            Set.of("yet", "shame", "pity", "sadly", "unfortunately", "at least", "too bad");

    private static final Set<String> SUBJECTS = Set.of("i", "i'm", "i've", "we", "they", "you", "he", "she");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private boolean contrast;

    /** Of the clause being read: its first token, how it is joined, and the opener whose end is still to come. */
    private int first;

    private Seam seam = Seam.STOP;
    private String opener = "";
    private boolean notOnly;

    /**
     * @param text as it stands
     * @param own the same without the word that joins it to what stands before, where that is one
     * @param words those of {@code own}, lower case, with plain apostrophes
     */
    record Piece(String text, String own, Seam seam, List<String> words) {}

    private record Token(String word, int start, int end) {
        boolean isWord() {
            return Character.isLetterOrDigit(word.codePointAt(0));
        }
    }

    ClauseScan(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find() && tokens.size() < MOST_TOKENS) {
            String word = matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            tokens.add(new Token(word, matcher.start(), matcher.end()));
        }
        for (int i = 0; i < tokens.size(); i++) {
            see(i);
        }
        cut(tokens.size(), Seam.STOP);
    }

    /** Whether a word or sign was met that sets what follows against what went before. */
    boolean foundContrast() {
        return contrast;
    }

    List<Piece> pieces() {
        return pieces;
    }

    private void see(int i) {
        String word = tokens.get(i).word;
        notOnly |= word.equals("only") && before(i).equals("not");
        if (endsSentence(i)) {
            cut(i + 1, Seam.STOP);
            notOnly = false;
        } else if (isBreak(i)) {
            contrast = true;
            cut(i + 1, Seam.STOP);
        } else if (word.equals("but")) {
            if (!NO_CONTRAST_BEFORE.contains(before(i)) && !after(i).equals("also") && !notOnly) {
                turn(i, Seam.BUT);
            }
        } else if (word.equals("however")) {
            contrast = true;
            if (i - first >= 3 && !before(i).equals(",")) {
                cut(i, Seam.BUT);
            }
        } else if (OPENERS.contains(word)) {
            open(i, word);
        } else if (ASIDES.contains(word) || ASIDES.contains(word + " " + after(i))) {
            if (before(i).equals(",") || (word.equals("shame") && after(i).equals("about"))) {
                turn(i, Seam.BUT);
            }
        } else if (!opener.isEmpty()) {
            closeOpener(i, word);
        }
    }

    private void open(int i, String word) {
        boolean even = before(i).equals("even");
        int start = even ? i - 1 : i;
        if (start == first) {
            contrast = true;
            opener = word;
            return;
        }
        boolean trails = word.equals("though")
                && (i + 1 == tokens.size() || !tokens.get(i + 1).isWord());
        boolean needsComma = word.equals("while") || word.equals("whilst") || word.equals("unlike");
        if (!trails && (!needsComma || before(i).equals(","))) {
            turn(start, Seam.ALTHOUGH);
        }
    }

    /** The clause of an opener ends at its first comma; "despite the rain we danced" before its subject. */
    private void closeOpener(int i, String word) {
        if (word.equals(",")) {
            cut(i + 1, Seam.BUT);
        } else if (SUBJECTS.contains(word) && i - first >= 3 && (opener.equals("despite") || opener.equals("unlike"))) {
            cut(i, Seam.BUT);
        }
    }

    /** A contrast begins at this token. */
    private void turn(int i, Seam how) {
        contrast = true;
        if (i == first) {
            seam = how;
        } else {
            cut(i, how);
        }
    }

    private void cut(int end, Seam next) {
        if (end > first) {
            Token start = tokens.get(first);
            int stop = tokens.get(end - 1).end;
            List<Token> own = tokens.subList(isJoint(start.word) && end > first + 1 ? first + 1 : first, end);
            List<String> words =
                    own.stream().filter(Token::isWord).map(Token::word).toList();
            pieces.add(
                    new Piece(text.substring(start.start, stop), text.substring(own.get(0).start, stop), seam, words));
        }
        first = end;
        seam = next;
        opener = "";
    }

    private static boolean isJoint(String word) {
        return word.equals("but")
                || word.equals("yet")
                || word.equals("however")
                || word.equals("although")
                || word.equals("though");
    }

    private boolean endsSentence(int i) {
        Token token = tokens.get(i);
        if (token.word.equals("\n")) {
            return true;
        }
        boolean mark = ".!?…".contains(token.word);
        return mark
                && (i + 1 == tokens.size() || (tokens.get(i + 1).start > token.end && !isMark(tokens.get(i + 1).word)));
    }

    private static boolean isMark(String word) {
        return ".!?…".contains(word);
    }

    private boolean isBreak(int i) {
        Token token = tokens.get(i);
        boolean dash = token.word.equals("-")
                && i > 0
                && tokens.get(i - 1).end < token.start
                && i + 1 < tokens.size()
                && tokens.get(i + 1).start > token.end;
        return dash || token.word.equals(";") || token.word.equals("–") || token.word.equals("—");
    }

    private String before(int i) {
        return i == 0 ? "" : tokens.get(i - 1).word;
    }

    private String after(int i) {
        return i + 1 < tokens.size() ? tokens.get(i + 1).word : "";
    }
}
