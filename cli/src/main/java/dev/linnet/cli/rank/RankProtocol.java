package dev.linnet.cli.rank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.UnreadablePostException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The relevance benchmark's line protocol, version {@value #VERSION}: a JSON object a line, in and out. A line that can't be
 * followed is told with its number, counted, and passed over; it changes nothing.
 */
public final class RankProtocol {
    private static final int VERSION = 1;
    private static final int PHRASES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PostReader reader;
    private final PrintWriter out;
    private final Complaints complaints;
    private @Nullable RankSession session;
    private long scored;

    /**
     * @param reader reads the posts' texts
     * @param out where answers go
     * @param err where words about bad lines go
     */
    public RankProtocol(PostReader reader, PrintWriter out, PrintWriter err) {
        this.reader = reader;
        this.out = out;
        this.complaints = new Complaints(err);
    }

    /** Follows lines until {@code bye}, the end, or until nobody reads the answers. */
    public void follow(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            complaints.atNextLine();
            if (!line.isBlank() && !follow(line)) {
                break;
            }
        }
        out.flush();
        complaints.sumUp(scored);
    }

    /** Follows a line; false when it is the last. */
    private boolean follow(String line) {
        JsonNode message;
        try {
            message = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            complaints.add("no JSON", "it is no JSON: " + e.getOriginalMessage());
            return true;
        }
        if (!message.path("op").isTextual()) {
            complaints.add("no op", "it is no object with an \"op\"");
            return true;
        }
        String op = message.get("op").textValue();
        if (op.equals("bye")) {
            return false;
        }
        if (op.equals("init")) {
            start(message);
        } else if (session == null) {
            complaints.add("before init", "\"" + op + "\" comes before \"init\"");
        } else {
            follow(op, message, session);
        }
        return !out.checkError();
    }

    private void follow(String op, JsonNode message, RankSession to) {
        switch (op) {
            case "score" -> take(message, to);
            case "flush" -> flush(to);
            case "feedback" -> decide(message, to);
            case "end_round" -> answer(JSON.createObjectNode().put("op", "ack"));
            case "phrases" -> tellPhrases(message, to);
            default -> complaints.add("unknown op", "\"" + op + "\" is no op of this protocol");
        }
    }

    private void start(JsonNode message) {
        JsonNode version = message.path("version");
        if (!version.isMissingNode() && version.asInt() != VERSION) {
            complaints.add("unknown version", "this is version " + VERSION + " of the protocol, not " + version);
            return;
        }
        List<Keyword> seeds = new ArrayList<>();
        for (String seed : texts(message.path("seeds"))) {
            if (KeywordMatcher.canMatch(seed)) {
                seeds.add(Keyword.of(seed.strip().toLowerCase(Locale.ROOT), 1));
            } else {
                complaints.add("bad seed", "the seed \"" + seed + "\" has no letter to look for");
            }
        }
        Set<String> trusted = new TreeSet<>();
        texts(message.path("trusted_authors"))
                .forEach(author -> trusted.add(author.replaceFirst("^@", "").toLowerCase(Locale.ROOT)));
        session = new RankSession(seeds.stream().distinct().toList(), trusted, reader);
        answer(JSON.createObjectNode().put("op", "ready"));
    }

    private void take(JsonNode message, RankSession to) {
        String id = message.path("id").asText("");
        if (id.isEmpty() || !message.path("text").isTextual()) {
            complaints.add("incomplete post", "a post must have an \"id\" and a \"text\"");
            return;
        }
        ReplayPost post = new ReplayPost(
                id,
                created(message.path("created_at").asText("")),
                message.path("author").asText(""),
                message.get("text").textValue(),
                texts(message.path("urls")));
        try {
            if (!to.add(post)) {
                complaints.add("post twice", "post " + id + " is in this round already");
            }
        } catch (UnreadablePostException e) {
            complaints.add("unreadable post", "post " + id + " cannot be read: " + e.getMessage());
        }
    }

    private void flush(RankSession of) {
        of.scoreRound().forEach((id, score) -> {
            scored++;
            out.print(JSON.createObjectNode().put("id", id).put("score", score.promise()) + "\n");
        });
        out.flush();
    }

    private void decide(JsonNode message, RankSession to) {
        String id = message.path("id").asText("");
        if (!message.path("approved").isBoolean()) {
            complaints.add("no answer", "feedback on " + id + " must say \"approved\": true or false");
            return;
        }
        switch (to.decide(id, message.get("approved").booleanValue())) {
            case LEARNT -> {}
            case UNKNOWN_POST ->
                complaints.add("feedback on unknown post", "feedback on \"" + id + "\", which was not scored");
            case DECIDED_ALREADY -> complaints.add("feedback twice", "post " + id + " was decided on already");
        }
    }

    private void tellPhrases(JsonNode message, RankSession of) {
        JsonNode most = message.path("n");
        if (!most.isMissingNode() && !(most.canConvertToInt() && most.asInt() >= 0)) {
            complaints.add("unreadable number", "\"n\" must be a whole number, 0 or more, but is " + most);
        }
        ObjectNode told = JSON.createObjectNode().put("op", "phrases");
        ArrayNode list = told.putArray("phrases");
        of.phrases(Math.max(0, most.asInt(PHRASES))).forEach(list::add);
        answer(told);
    }

    private void answer(ObjectNode message) {
        out.print(message + "\n");
        out.flush();
    }

    private Instant created(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException e) {
            complaints.add("unreadable time", "\"created_at\" must be as 2012-10-28T00:00:03Z, but is " + text);
            return Instant.EPOCH;
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText("")));
        return texts;
    }
}
