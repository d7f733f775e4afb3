package dev.linnet.keywords.mining.web;

/** How markup is nested, seen without a parser: parsers take time that grows with the square of the depth. */
final class Nesting {
    private Nesting() {}

    /** Whether elements stand deeper in each other than a limit. Comments, CDATA and instructions don't count. */
    static boolean isDeeperThan(int limit, String xml) {
        int depth = 0;
        int at = xml.indexOf('<');
        while (at >= 0 && at + 1 < xml.length()) {
            char kind = xml.charAt(at + 1);
            int end;
            if (xml.startsWith("<!--", at)) {
                end = xml.indexOf("-->", at + 4);
            } else if (xml.startsWith("<![CDATA[", at)) {
                end = xml.indexOf("]]>", at + 9);
            } else {
                end = xml.indexOf('>', at + 1);
                if (kind == '/') {
                    depth--;
                } else if (kind != '!' && kind != '?' && end > 0 && xml.charAt(end - 1) != '/') {
                    depth++;
                }
            }
            if (depth > limit) {
                return true;
            }
            at = end < 0 ? -1 : xml.indexOf('<', end);
        }
        return false;
    }

    /** Whether a text has more than a number of marks that may begin an element. */
    static boolean hasMoreMarksThan(int limit, String html) {
        int marks = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (++marks > limit) {
                return true;
            }
        }
        return false;
    }
}
