package dev.linnet.bench.keyphrases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change to a text that makes it look as texts of other sets do. Altered copies keep the trees from leaning on what only
 * the training's sets have, such as a title in the first line.
 */
enum Alteration {
    /** Without the title, as one line. */
    UNTITLED {
        @Override
        String of(String text, Random random) {
            return String.join(" ", words(text));
        }
    },

    /** What follows the first sentence that ends beyond the middle. */
    SECOND_HALF {
        @Override
        String of(String text, Random random) {
            String body = withoutTitle(text);
            int end = body.indexOf(". ", body.length() / 2);
            return end < 0 || end > body.length() - LEAST ? body.substring(body.length() / 2) : body.substring(end + 2);
        }
    },

    /** In lower case. */
    LOWER_CASE {
        @Override
        String of(String text, Random random) {
            return text.toLowerCase(Locale.ROOT);
        }
    },

    /** With the citations, references to figures and symbols that stand in a paper's paragraphs. */
    MARKED {
        @Override
        String of(String text, Random random) {
            StringBuilder marked = new StringBuilder();
            for (String word : words(text)) {
                boolean end = word.endsWith(".") || word.endsWith(",");
                String bare = end ? word.substring(0, word.length() - 1) : word;
                boolean mark = random.nextDouble() < (end ? MARKS_AT_ENDS : MARKS_ELSEWHERE);
                marked.append(bare)
                        .append(mark ? " " + MARKS.get(random.nextInt(MARKS.size())) : "")
                        .append(word, bare.length(), word.length())
                        .append(' ');
            }
            return marked.toString();
        }
    },

    /** As many words from its midst as a paragraph has. */
    PASSAGE {
        @Override
        String of(String text, Random random) {
            String[] words = words(text);
            boolean isShort = words.length < PARAGRAPH + LEAST;
            int from = isShort ? words.length / 4 : random.nextInt(words.length - PARAGRAPH);
            return String.join(" ", Arrays.copyOfRange(words, from, isShort ? words.length : from + PARAGRAPH));
        }
    };

    private static final int LEAST = 100;
    private static final int PARAGRAPH = 170;
    private static final double MARKS_AT_ENDS = 0.25;
    private static final double MARKS_ELSEWHERE = 0.025;
    private static final List<String> MARKS = List.of(
            "[12]",
            "[4,5]",
            "(Fig. 3)",
            "(see Fig. 2b)",
            "et al. [7]",
            "Ref. [9]",
            "(Eq. (2))",
            "Table 1",
            "where x i = 0.5",
            "with \u03b1 = 2",
            "( \u03b8 )",
            "TiO2",
            "(XRD)",
            "S1",
            "at 300 K");

    private static final int LONGEST_TITLE = 250;
    private static final Pattern FIRST_LINE = Pattern.compile("\\A([^\\n]*(?:\\n[ \\t]+\\S[^\\n]*){0,3})\\n");

    /**
     * The altered text.
     *
     * @param random where the alteration leaves something to chance
     */
    abstract String of(String text, Random random);

    private static String[] words(String text) {
        return withoutTitle(text).split("\\s+");
    }

    private static String withoutTitle(String text) {
        Matcher first = FIRST_LINE.matcher(text.strip());
        boolean titled = first.find()
                && first.group(1).length() < LONGEST_TITLE
                && !first.group(1).endsWith(".");
        return titled ? text.strip().substring(first.end()) : text.strip();
    }
}
