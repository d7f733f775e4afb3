package dev.linnet.keywords.mining.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. A byte order mark wins; then text that is valid UTF-8 is UTF-8 whatever it is called; then the declared
 * charset; then windows-1252, in which all bytes mean something.
 */
public final class Charsets {
    private static final int LOOKED_AT = 4_096;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]+charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)");
    private static final Pattern XML = Pattern.compile("(?i)^\\s*<\\?xml[^>]+encoding\\s*=\\s*[\"']([\\w:.-]+)");
    private static final Pattern HTML = Pattern.compile(
            "(?is)\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:(?><!--.*?-->)\\s*)*+<(?:!doctype\\s+html|html|head|body)\\b");

    private Charsets() {}

    /** Plain text or Markdown. */
    public static String text(byte[] bytes, @Nullable String declared) {
        return decode(bytes, declared);
    }

    /** A page or feed, which may declare its charset in its first bytes. */
    public static String html(byte[] bytes, @Nullable String declared) {
        return decode(bytes, declared != null ? declared : inside(bytes));
    }

    /** Whether these bytes are no text at all. */
    public static boolean isBinary(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
            return false;
        }
        int length = Math.min(bytes.length, LOOKED_AT);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text begins as an HTML page does. */
    public static boolean looksLikeHtml(String text) {
        return HTML.matcher(text.substring(0, Math.min(text.length(), LOOKED_AT)))
                .find();
    }

    private static @Nullable String inside(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        Matcher xml = XML.matcher(head);
        Matcher meta = META.matcher(head);
        return xml.find() ? xml.group(1) : meta.find() ? meta.group(1) : null;
    }

    private static String decode(byte[] bytes, @Nullable String declared) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        Charset told = charset(declared);
        // ISO-2022-JP and its like are plain ASCII to the eye of UTF-8.
        if (told != null && told.name().toLowerCase(Locale.ROOT).startsWith("iso-2022")) {
            return new String(bytes, told);
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException notUtf8) {
            boolean believed =
                    told != null && !told.equals(StandardCharsets.UTF_8) && !told.equals(StandardCharsets.ISO_8859_1);
            return new String(bytes, believed ? told : brokenUtf8OrWindows(bytes));
        }
    }

    /** Mostly valid UTF-8 with a broken byte here and there is still UTF-8. */
    private static Charset brokenUtf8OrWindows(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long beyond = text.chars().filter(c -> c > 127).count();
        return broken * 10 < beyond ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset charset(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
