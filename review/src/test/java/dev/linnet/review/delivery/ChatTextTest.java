package dev.linnet.review.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hostile texts, in the form that chat servers get. */
class ChatTextTest {
    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();

    /** What any of the three servers gives a meaning, in text that Linnet sends. */
    private static final Pattern MEANING = Pattern.compile("[&<>*_~`|\\\\$@#\\n\\r]"
            + "|\\[(?!\\.])|(?<!\\[\\.)]"
            + "|:(?=\\S)"
            + "|(?<=\\S)[.\\u3002\\uFF0E\\uFF61](?=\\p{L}[\\p{L}\\p{M}\\p{N}-])"
            + "|(?i)www\\.|\\d+\\.\\d+\\.\\d+\\.\\d+|localhost"
            + "|\\+\\d"
            + "|[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\u200C\\u200D\\u2060]]");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '"',
            value = {
                "[free](http://evil.example) => ［free］(http∶//evil[.]example)",
                "![x](https://evil.example/p.png) => !［x］(https∶//evil[.]example/p[.]png)",
                "<https://evil.example|bank> => ‹https∶//evil[.]example｜bank›",
                "<!channel> <@U024BE7LH> => ‹!channel› ‹＠U024BE7LH›",
                "&lt;!here&gt; => ＆lt;!here＆gt;",
                "@all @channel @here => ＠all ＠channel ＠here",
                "see #town-square => see ＃town-square",
                "a*b* _c_ ~d~ `e` => a∗b∗ ＿c＿ ～d～ ˋeˋ",
                "evil.example and www.x and t.co/a => evil[.]example and www[.]x and t[.]co/a",
                "mailto:a@evil.example => mailto∶a＠evil[.]example",
                "evil。example => evil[.]example",
                "10.0.0.1:9000/x => 10[.]0[.]0[.]1∶9000/x",
                "call +1234567890 => call ＋1234567890",
                ":rotating_light: on => ∶rotating＿light: on",
                "a | b => a ｜ b",
                "\\* $$x$$ => ＼∗ ＄＄x＄＄",
                // Ordinary text stays as it is.
                "“swifts” spikes: 4 × the usual, 3.5 an hour. => “swifts” spikes: 4 × the usual, 3.5 an hour.",
                "The U.S. won! (At last?) => The U.S. won! (At last?)",
                "Grüße, 日本語, 👩‍👧 => Grüße, 日本語, 👩‍👧",
                "at 12:30 => at 12∶30"
            })
    void meaningIsTakenAndTheTextStaysReadable(String written, String shown) {
        assertThat(ChatText.plain(written)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "a\\u202Egnp.exe => agnp[.]exe",
                "ev\\u200Bil.ex\\u2060ample => evil[.]example",
                "@\\u00ADchannel => ＠channel",
                "one\\ntwo\\u2028> three\\r\\u0085- four => one two › three - four",
                "bell\\u0007 \\u001B]8;;http://evil => bell ］8;;http∶//evil",
                "tag\\uDB40\\uDC41 lone\\uD800 => tag lone",
                "code\\u1FEFcode\\u1FEF => codeˋcodeˋ",
                "localhost => local\\u2060host"
            })
    void invisibleCharactersAreRemovedBeforeTheRestIsRead(String written, String shown) {
        assertThat(ChatText.plain(unescaped(written))).isEqualTo(unescaped(shown));
    }

    @Property(tries = 3_000)
    void nothingThatAnyServerGivesAMeaningIsLeft(@ForAll("hostile") String text) {
        assertThat(ChatText.plain(text)).doesNotContainPattern(MEANING);
    }

    @Property(tries = 3_000)
    void inMarkdownOnlyTheTitleIsEmphasizedAndNothingIsLinked(@ForAll("hostile") String text) {
        String plain = ChatText.plain(text);
        Found found = new Found();
        MARKDOWN.parse("*Title " + plain + " end*\n> ＠ana: " + plain + " end").accept(found);
        assertThat(found.kinds).containsExactly("Emphasis");
        assertThat(found.text.toString()).isEqualTo("Title " + plain + " end＠ana: " + plain + " end");
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "http://",
                "HTTPS://",
                "evil.example",
                "www.",
                "evil",
                "com",
                ".",
                ":",
                "/",
                "@",
                "@channel",
                "#",
                "#general",
                "<",
                ">",
                "!",
                "![",
                "[",
                "]",
                "](",
                ")",
                "|",
                "*",
                "**",
                "_",
                "__",
                "~",
                "~~",
                "`",
                "```",
                "\\",
                "&",
                "&lt;",
                "&#64;",
                "$",
                " ",
                "\n",
                "\n\n",
                "\n# ",
                "- ",
                "\u202E",
                "\u2066",
                "\u200B",
                "\u2060",
                "\uFEFF",
                "\u00AD",
                "\u200D",
                "\u0000",
                "\u001B",
                "\uD800",
                "\u3002",
                "\uFF0E",
                "\u1FEF",
                "localhost",
                "10.0.0.1",
                "+123",
                "mailto:",
                "рф",
                "é",
                "e\u0301",
                "日本");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(3);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, pieces), net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})|\\\\([nr])")
                .matcher(text)
                .replaceAll(match -> match.group(1) == null
                        ? "n".equals(match.group(2)) ? "\n" : "\r"
                        : String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }

    /** What a Markdown reader finds in a message. */
    private static final class Found extends AbstractVisitor {
        private final List<String> kinds = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Emphasis node) {
            add(node);
            visitChildren(node);
        }

        @Override
        public void visit(org.commonmark.node.StrongEmphasis node) {
            add(node);
        }

        @Override
        public void visit(Link node) {
            add(node);
        }

        @Override
        public void visit(Image node) {
            add(node);
        }

        @Override
        public void visit(Code node) {
            add(node);
        }

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        private void add(Node node) {
            kinds.add(node.getClass().getSimpleName());
        }
    }
}
