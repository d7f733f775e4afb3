package dev.linnet.keywords.matching;

/**
 * Decides on the values of a record's keys whether they may hold a phrase: texts, hashtags that stand beside them, and
 * Mastodon's HTML. Each method returns the byte after what it has read, or −1 if the record is a candidate. Used by one thread.
 */
final class FieldScan {
    private final PhraseIndex index;
    private final JsonTextScan texts;

    FieldScan(PhraseIndex index) {
        this.index = index;
        this.texts = new JsonTextScan(index);
    }

    /** A string. X's hashtags stand under {@code text} too, so that each is read as if a {@code #} stood before it. */
    int text(byte[] buffer, int from, int to) {
        return texts.mayMatch(buffer, from, to) ? -1 : texts.end();
    }

    /**
     * An array of hashtags, Jetstream's strings or Mastodon's objects: all its strings are read, whatever their key, but
     * addresses.
     */
    int tags(byte[] buffer, int from, int to) {
        int open = from;
        while (open < to && (buffer[open] == ':' || buffer[open] == ' ' || buffer[open] == '\t')) {
            open++;
        }
        if (open == to || buffer[open] != '[') {
            return from;
        }
        return arrayOfTags(buffer, open, to);
    }

    private int arrayOfTags(byte[] buffer, int from, int to) {
        int depth = 0;
        boolean address = false;
        for (int i = from; i < to && buffer[i] != '\n'; i++) {
            byte b = buffer[i];
            if (b == '[') {
                depth++;
            } else if (b == ']' && --depth == 0) {
                return i;
            } else if (b == '"') {
                int end = JsonString.end(buffer, i + 1, to);
                boolean key = valueFollows(buffer, end + 1, to);
                if (!key && !address && text(buffer, i + 1, to) < 0) {
                    return -1;
                }
                address = key && end - i == 4 && buffer[i + 1] == 'u' && buffer[i + 2] == 'r' && buffer[i + 3] == 'l';
                i = end;
            }
        }
        return from;
    }

    /** A string of HTML. */
    int html(byte[] buffer, int from, int to) {
        int end = JsonString.end(buffer, from, to);
        String text = HtmlText.of(JsonString.decode(buffer, from, end));
        return text == null || CharScan.mayMatch(index, text) ? -1 : end;
    }

    private static boolean valueFollows(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && (buffer[i] == ' ' || buffer[i] == '\t')) {
            i++;
        }
        return i < to && buffer[i] == ':';
    }
}
