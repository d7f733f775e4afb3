package dev.linnet.cli.phrases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A post as a line tells it.
 *
 * @param text what it says
 * @param author its author's handle, or empty
 * @param at when it was posted; 1970 where the line doesn't say
 * @param relevance how wanted it is, 0 to 1; null where the line doesn't say
 */
record PostLine(
        String text, String author, Instant at, @Nullable Double relevance) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A line that is no post. */
    static final class WrongLineException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongLineException(String message) {
            super(message);
        }
    }

    static PostLine parse(String line) throws WrongLineException {
        JsonNode post = tree(line);
        if (!post.path("text").isTextual()) {
            throw new WrongLineException("a post must be an object with a \"text\"");
        }
        JsonNode relevance = post.path("relevance");
        boolean told = !relevance.isMissingNode() && !relevance.isNull();
        if (told && !(relevance.isNumber() && relevance.asDouble() >= 0 && relevance.asDouble() <= 1)) {
            throw new WrongLineException("\"relevance\" must be a number from 0 to 1, but is " + relevance);
        }
        return new PostLine(
                post.get("text").textValue(),
                post.path("author").asText("").strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT),
                time(post.path("created_at").asText("")),
                told ? relevance.asDouble() : null);
    }

    private static JsonNode tree(String line) throws WrongLineException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new WrongLineException("it is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Instant time(String text) throws WrongLineException {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new WrongLineException("\"created_at\" must be as 2012-10-28T00:00:03Z, but is " + text);
        }
    }
}
