package dev.linnet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.matching.Prefilter;
import dev.linnet.pipeline.filter.PostKeywords;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.source.CandidateScan;
import dev.linnet.pipeline.source.RawBatch;
import dev.linnet.pipeline.source.ReadProblem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Matches batches of records against a vocabulary; writes a line for each post that matches, and counts them. */
final class Matching implements Predicate<RawBatch>, CandidateScan.Results {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeywordMatcher matcher;
    private final boolean mutes;
    private final CandidateScan scan;
    private final PrintWriter out;
    private final @Nullable BiFunction<Post, List<String>, String> line;
    private final StringBuilder lines = new StringBuilder();
    private final Map<String, Long> unparseable = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private long matched;

    /** @param line makes a post's line, or null for none */
    Matching(Vocabulary vocabulary, PrintWriter out, @Nullable BiFunction<Post, List<String>, String> line) {
        // Authors are left out: the prefilter would let pass what has no keyword.
        Vocabulary words = new Vocabulary(0, vocabulary.keywords(), Set.of(), vocabulary.mutedTopics());
        this.matcher = KeywordMatcher.of(words);
        this.mutes = !words.mutedTopics().isEmpty();
        this.scan = new CandidateScan(Prefilter.of(words)::nextCandidate);
        this.out = out;
        this.line = line;
    }

    /** How a post and its keywords are written. */
    static BiFunction<Post, List<String>, String> lines(boolean json) {
        return json ? Matching::json : (post, keywords) -> id(post) + "\t" + String.join(", ", keywords);
    }

    /** Matches a batch; false when nobody reads the output any more. */
    @Override
    public boolean test(RawBatch batch) {
        scan.read(batch, this);
        if (lines.length() == 0) {
            return true;
        }
        out.print(lines);
        lines.setLength(0);
        return !out.checkError(); // which flushes, too
    }

    @Override
    public void post(Post post) {
        String text = PostKeywords.textToMatch(post);
        List<String> keywords = PostKeywords.in(text, matcher);
        if (keywords.isEmpty() || mutes && !matcher.muted(text).isEmpty()) {
            return;
        }
        matched++;
        if (line != null) {
            lines.append(line.apply(post, keywords)).append('\n');
        }
    }

    @Override
    public void unparseable(String reason) {
        unparseable.merge(reason, 1L, Long::sum);
    }

    @Override
    public void problem(ReadProblem problem) {
        problems.add(problem.message());
    }

    long matched() {
        return matched;
    }

    /** Records that may match and cannot be parsed, by reason. */
    Map<String, Long> unparseable() {
        return unparseable;
    }

    /** What could not be read. */
    List<String> problems() {
        return problems;
    }

    private static String id(Post post) {
        return post.viaId().isEmpty() ? post.id() : post.viaId();
    }

    private static String json(Post post, List<String> keywords) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id(post));
        node.put("platform", post.platform().tag());
        if (!post.viaId().isEmpty()) {
            node.put("original", post.id());
        }
        keywords.forEach(node.putArray("keywords")::add);
        return node.toString();
    }
}
