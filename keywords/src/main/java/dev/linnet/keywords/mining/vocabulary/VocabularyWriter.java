package dev.linnet.keywords.mining.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the YAML form: one keyword a block, in an order and layout that stay the same, so that versions compare well. */
final class VocabularyWriter {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{N} ./+_-]*[\\p{L}\\p{N}+]|\\p{L}");
    private static final Pattern TOKENS = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|~");
    /** What every file begins with. */
    static final String HEAD = """
            # What Linnet listens for. Edit it freely: the next mining keeps what you changed.
            #   weight    1 is ordinary, 3 is strong. A weight that differs from 'mined' is yours, and stays.
            #   mined     the weight that mining found. A keyword without it is your own.
            #   priority  true: each use raises an alert.
            #   pinned    true: stays even if mining finds it no longer.
            # Delete a keyword, or put it under 'removed', and mining will not bring it back.
            # 'trusted' holds handles, 'muted' words that drop a post.
            # 'format', 'version', 'mined-at', 'mined-posts' and 'last-mined' are Linnet's own notes.
            """;

    private VocabularyWriter() {}

    static String yaml(VocabularyFile file) {
        StringBuilder out = new StringBuilder(HEAD);
        comments(file, "", "", out);
        out.append("format: ").append(VocabularyFile.FORMAT).append('\n');
        out.append("version: ").append(file.version()).append('\n');
        comments(file, "keywords", "", out);
        out.append(file.keywords().isEmpty() ? "keywords: []\n" : "keywords:\n");
        file.keywords().forEach(entry -> entry(entry, out));
        list("removed", file.removed(), file, out);
        list("trusted", file.trusted(), file, out);
        list("muted", file.muted(), file, out);
        mining(file, out);
        return out.toString();
    }

    private static void mining(VocabularyFile file, StringBuilder out) {
        LastMining last = file.lastMining();
        if (last.at() != null) {
            out.append("mined-at: ").append(last.at()).append('\n');
            out.append("mined-posts: ").append(last.posts()).append('\n');
        }
        list("last-mined", last.found(), file, out);
    }

    private static void entry(VocabularyEntry entry, StringBuilder out) {
        entry.comments().forEach(comment -> out.append("  ").append(comment).append('\n'));
        out.append("  - text: ").append(scalar(entry.text())).append('\n');
        out.append("    weight: ").append(number(entry.weight())).append('\n');
        Double mined = entry.mined();
        if (mined != null) {
            out.append("    mined: ").append(number(mined)).append('\n');
        }
        if (entry.priority()) {
            out.append("    priority: true\n");
        }
        if (entry.pinned()) {
            out.append("    pinned: true\n");
        }
        if (!entry.variants().isEmpty()) {
            out.append("    variants: ").append(flow(entry.variants())).append('\n');
        }
        if (entry.posts() > 0) {
            out.append("    posts: ").append(entry.posts()).append('\n');
        }
        if (!entry.sentence().isEmpty()) {
            out.append("    sentence: ").append(quoted(entry.sentence())).append('\n');
        }
    }

    private static void comments(VocabularyFile file, String place, String indent, StringBuilder out) {
        file.notes()
                .getOrDefault(place, List.of())
                .forEach(line -> out.append(indent).append(line).append('\n'));
    }

    private static void list(String key, Collection<String> texts, VocabularyFile file, StringBuilder out) {
        comments(file, key, "", out);
        out.append(key).append(':');
        if (texts.isEmpty()) {
            out.append(" []\n");
            return;
        }
        out.append('\n');
        for (String text : texts) {
            comments(file, key + "/" + text, "  ", out);
            out.append("  - ").append(scalar(text)).append('\n');
        }
    }

    private static String flow(Collection<String> texts) {
        return texts.stream().map(VocabularyWriter::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String number(double number) {
        // Double.toString comes back as the same number, whatever the locale.
        return number == Math.rint(number) && number < 1e9
                ? String.format(Locale.ROOT, "%d", (long) number)
                : Double.toString(number);
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !TOKENS.matcher(text).matches() ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c >= 0x7f && c < 0xa0 || c >= 0x200b && c <= 0x206f || c >= 0xfe00 && c <= 0xffff) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
