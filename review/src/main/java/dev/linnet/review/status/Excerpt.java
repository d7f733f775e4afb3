package dev.linnet.review.status;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.linnet.review.text.PlainText;
import java.io.IOException;
import java.util.Set;

/** The readable part of a record that was kept: the post's text, where the record is JSON, else its beginning. */
final class Excerpt {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> TEXT_FIELDS = Set.of("text", "full_text", "content");
    private static final int LENGTH = 160;

    private Excerpt() {}

    /** One line that tells what the record says. */
    static String line(String excerpt) {
        String text = excerpt.stripLeading().startsWith("{") ? textOf(excerpt) : "";
        return PlainText.line(text.isBlank() ? excerpt : text, LENGTH);
    }

    /** The first text field; a record is cut at some length, so that an error at its end is no error here. */
    private static String textOf(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isText = token == JsonToken.FIELD_NAME && TEXT_FIELDS.contains(parser.currentName());
                if (isText && parser.nextToken() == JsonToken.VALUE_STRING) {
                    return parser.getText();
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }
}
