package dev.linnet.review.delivery;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes text from strangers inert for chat servers: Slack, Mattermost and Rocket.Chat show it as plain text, without links,
 * images, mentions or formatting.
 *
 * <p>The text itself is changed, because no field of the message helps everywhere: Mattermost always reads Markdown and ignores
 * {@code mrkdwn}, {@code parse} and {@code link_names}, and Slack is reported to ignore {@code parse} in webhooks. Backslashes
 * escape nothing in Slack, and entities are shown as they are in some clients, so characters with a meaning are replaced by
 * look-alikes that have none. Visible replacements are used instead of zero-width characters, because a server may strip those,
 * and because they don't end emphasis. Host names are written as {@code example[.]org}, as is usual in security reports.
 */
final class ChatText {
    /** Characters that begin or end formatting, links, mentions or formulas, and what is shown instead. */
    private static final Map<Character, Character> LOOK_ALIKES = Map.ofEntries(
            Map.entry('&', '＆'),
            Map.entry('<', '‹'),
            Map.entry('>', '›'),
            Map.entry('*', '∗'),
            Map.entry('_', '＿'),
            Map.entry('~', '～'),
            Map.entry('`', 'ˋ'),
            Map.entry('[', '［'),
            Map.entry(']', '］'),
            Map.entry('|', '｜'),
            Map.entry('\\', '＼'),
            Map.entry('$', '＄'),
            Map.entry('@', '＠'),
            Map.entry('#', '＃'));

    /** Includes U+0085, U+2028 and U+2029. */
    private static final Pattern SPACE = Pattern.compile("[\\s\\u0085\\p{Z}]+");

    /**
     * Controls and invisible format characters, the overrides of the writing direction among them. The two joiners stay: emoji
     * and the scripts of India and Iran need them. The other ranges have a blank or no shape, although they count as letters or
     * marks.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\u200C\\u200D]]"
            + "|[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFFA0]");

    /** The colon of a scheme, a port or an emoji code. Times such as 12:30 keep their shape. */
    private static final Pattern COLON = Pattern.compile(":(?=\\S)");

    /** What IDNA takes for a dot, before something that may be the last part of a host name. */
    private static final Pattern HOST_DOT =
            Pattern.compile("(?<=\\S)[.\\u3002\\uFF0E\\uFF61](?=\\p{L}[\\p{L}\\p{M}\\p{N}-])");

    private static final Pattern IP_ADDRESS = Pattern.compile("\\d+(?:\\.\\d+){3,}");
    private static final Pattern WWW = Pattern.compile("(?i)(www\\d*)\\.");
    private static final Pattern PHONE = Pattern.compile("\\+(?=[\\d(])");

    /** Rocket.Chat links this name alone. Zero-width, because no other replacement leaves a word. */
    private static final Pattern LOCALHOST = Pattern.compile("(?i)(local)(host)");

    private ChatText() {}

    /** One line of text that is shown as it is. */
    static String plain(String text) {
        String line = withoutInvisible(text);
        StringBuilder shown = new StringBuilder(line.length());
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            shown.append(LOOK_ALIKES.getOrDefault(character, character).charValue());
        }
        return unlinked(shown.toString());
    }

    /**
     * Composed first (NFC): a server may compose too, and U+1FEF would become a backtick.
     */
    private static String withoutInvisible(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return INVISIBLE
                .matcher(SPACE.matcher(composed).replaceAll(" "))
                .replaceAll("")
                .strip();
    }

    private static String unlinked(String text) {
        String shown =
                IP_ADDRESS.matcher(text).replaceAll(address -> address.group().replace(".", "[.]"));
        shown = COLON.matcher(shown).replaceAll("∶");
        shown = WWW.matcher(shown).replaceAll("$1[.]");
        shown = HOST_DOT.matcher(shown).replaceAll("[.]");
        shown = PHONE.matcher(shown).replaceAll("＋");
        return LOCALHOST.matcher(shown).replaceAll("$1\u2060$2");
    }
}
