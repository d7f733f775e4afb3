package dev.linnet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.Keyphrase;
import dev.linnet.keywords.mining.KeyphraseMiner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the keyphrases of each text: a file each, or a line of JSON each. */
final class EachDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommandSpec spec;
    private final @Nullable TextFolder folder;
    private final boolean json;
    private final int top;

    EachDocument(CommandSpec spec, @Nullable Path out, boolean json, int top) {
        this.spec = spec;
        this.folder = out == null ? null : TextFolder.open(out);
        this.json = json;
        this.top = top;
    }

    void write(List<Article> articles) {
        Map<String, List<Keyphrase>> mined = new KeyphraseMiner().mineEach(articles);
        PrintWriter out = spec.commandLine().getOut();
        mined.forEach((id, phrases) -> {
            List<Keyphrase> best = phrases.subList(0, Math.min(top, phrases.size()));
            if (folder != null) {
                folder.write(id, lines(best));
            }
            if (json) {
                out.println(json(id, best));
            }
        });
        out.flush();
        if (folder != null) {
            spec.commandLine().getErr().println("linnet: wrote " + folder.told());
        }
    }

    private static String lines(List<Keyphrase> phrases) {
        StringBuilder text = new StringBuilder();
        for (Keyphrase phrase : phrases) {
            text.append(String.format(Locale.ROOT, "%s\t%.6g%n", phrase.text(), phrase.weight()));
        }
        return text.toString();
    }

    private static String json(String id, List<Keyphrase> phrases) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id);
        ArrayNode list = node.putArray("phrases");
        phrases.forEach(phrase -> list.addObject().put("phrase", phrase.text()).put("weight", phrase.weight()));
        return node.toString();
    }
}
