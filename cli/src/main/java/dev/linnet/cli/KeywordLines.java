package dev.linnet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.keywords.mining.MinedKeyword;
import java.util.Locale;
import java.util.regex.Pattern;

/** A mined keyword as a line of output. */
final class KeywordLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private KeywordLines() {}

    static String plain(int rank, MinedKeyword keyword) {
        return String.format(
                Locale.ROOT,
                "%d\t%.2f\t%s\t%d\t%s",
                rank,
                keyword.weight(),
                keyword.text(),
                keyword.posts().size(),
                SPACE.matcher(keyword.sentence()).replaceAll(" "));
    }

    static String json(int rank, MinedKeyword keyword) {
        ObjectNode node = JSON.createObjectNode();
        node.put("rank", rank);
        node.put("weight", keyword.weight());
        node.put("keyword", keyword.text());
        keyword.variants().forEach(node.putArray("variants")::add);
        keyword.posts().forEach(node.putArray("posts")::add);
        node.put("sentence", keyword.sentence());
        return node.toString();
    }
}
