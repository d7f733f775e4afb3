package dev.linnet.pipeline.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small steps over a JSON record; each leaves the parser on the last token of the value that it was on. */
final class Json {
    /** No platform nests deeper than about 15. */
    private static final int MAX_DEPTH = 100;

    /** No platform's post has a string longer than some 100,000 characters. */
    private static final int MAX_STRING = 2_000_000;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    private Json() {}

    /** Takes one field's value, on whose first token the parser stands. */
    @FunctionalInterface
    interface Field {
        void read(String name, JsonParser json) throws IOException;
    }

    /** Takes one element, on whose first token the parser stands. */
    @FunctionalInterface
    interface Element {
        void read(JsonParser json) throws IOException;
    }

    /** Reads the fields of the object on which the parser stands; another value is passed over. */
    static void fields(JsonParser json, Field field) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            field.read(name, json);
            json.skipChildren();
        }
    }

    /** Reads the elements of the array on which the parser stands; another value is passed over. */
    static void elements(JsonParser json, Element element) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read(json);
            json.skipChildren();
        }
    }

    /** The text of a string or number; null for any other value. */
    static @Nullable String text(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        return token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT ? json.getText() : null;
    }

    /** The text of a string or number; the other value where it is none. */
    static String text(JsonParser json, String otherwise) throws IOException {
        String text = text(json);
        return text == null ? otherwise : text;
    }

    /** A count; 0 for what is none. */
    static long count(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return Math.max(0, json.getLongValue());
        }
        return 0;
    }

    /** Adds the string on which the parser stands to a list, without NULs and torn surrogates. */
    static void add(JsonParser json, List<String> list) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING && list.size() < 100) {
            String text = Texts.clean(json.getText());
            if (!text.isEmpty() && !list.contains(text)) {
                list.add(text);
            }
        }
    }
}
