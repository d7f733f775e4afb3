package dev.linnet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.nlp.MoodPart;
import dev.linnet.nlp.Reading;
import dev.linnet.nlp.Sentiment;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a reading as one line of JSON. */
final class ReadingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadingJson() {}

    /** @param parts the words that the mood comes from; null when nobody asked */
    static String of(Reading reading, @Nullable List<MoodPart> parts) {
        ObjectNode node = mood(JSON.createObjectNode(), reading.sentiment());
        if (parts != null) {
            ArrayNode array = node.putArray("parts");
            parts.forEach(part -> array.addObject().put("text", part.text()).put("amount", part.amount()));
        }
        ArrayNode clauses = node.putArray("clauses");
        reading.clauses().forEach(clause -> mood(clauses.addObject().put("text", clause.text()), clause.sentiment()));
        node.put("language", reading.language());
        node.put("confidence", reading.languageConfidence());
        node.put("volatile", reading.isVolatile());
        ArrayNode profanities = node.putArray("profanities");
        reading.profanities()
                .forEach(found -> profanities
                        .addObject()
                        .put("word", found.word())
                        .put("kind", found.kind().name().toLowerCase(Locale.ROOT)));
        texts(node, "names", reading.names());
        texts(node, "phrases", reading.phrases());
        texts(node, "hashtags", reading.hashtags());
        return node.toString();
    }

    /** What stands for a line that could not be read. */
    static String unreadable(String why) {
        return mood(JSON.createObjectNode(), Sentiment.UNKNOWN)
                .put("error", why)
                .toString();
    }

    private static ObjectNode mood(ObjectNode node, Sentiment sentiment) {
        return node.put("label", sentiment.label().tag()).put("score", sentiment.score());
    }

    private static void texts(ObjectNode node, String key, List<String> texts) {
        ArrayNode array = node.putArray(key);
        texts.forEach(array::add);
    }
}
