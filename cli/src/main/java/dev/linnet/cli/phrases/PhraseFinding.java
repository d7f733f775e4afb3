package dev.linnet.cli.phrases;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.Reading;
import dev.linnet.nlp.UnreadablePostException;
import dev.linnet.pipeline.dedupe.Fingerprint;
import dev.linnet.pipeline.phrases.PhraseMemory;
import dev.linnet.pipeline.phrases.PhrasePost;
import dev.linnet.pipeline.phrases.PhraseRanking;
import dev.linnet.pipeline.phrases.RankedPhrase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads posts, a JSON object a line, and ranks the phrases in them by the job's own detector. */
public final class PhraseFinding {
    private final KeywordMatcher matcher;
    private final PostReader reader;
    private final PrintWriter err;
    private final List<PhrasePost> posts = new ArrayList<>();
    private boolean judged;

    /**
     * @param keywords what is tracked
     * @param reader reads the posts' texts
     * @param err where words about bad lines go
     */
    public PhraseFinding(List<String> keywords, PostReader reader, PrintWriter err) {
        this.matcher = KeywordMatcher.of(new Vocabulary(
                0, keywords.stream().map(text -> Keyword.of(text, 1)).toList(), Set.of(), Set.of()));
        this.reader = reader;
        this.err = err;
    }

    /**
     * Reads lines; one that is no post is told and passed over.
     *
     * @return how many lines were passed over
     */
    public int read(String name, BufferedReader lines) throws IOException {
        int number = 0;
        int wrong = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                if (!line.isBlank()) {
                    add(PostLine.parse(line), name + ":" + number);
                }
            } catch (PostLine.WrongLineException | UnreadablePostException e) {
                wrong++;
                err.println("linnet: " + name + ", line " + number + ": " + e.getMessage());
            }
        }
        return wrong;
    }

    private void add(PostLine line, String key) throws UnreadablePostException {
        Reading reading = reader.read(line.text(), "und");
        judged |= line.relevance() != null;
        List<String> topics = new ArrayList<>(reading.hashtags());
        topics.addAll(reading.names());
        posts.add(new PhrasePost(
                key,
                line.author(),
                line.at(),
                Fingerprint.of(line.text(), key),
                line.relevance() == null ? 1 : line.relevance(),
                !matcher.match(line.text()).isEmpty(),
                List.of(),
                reading.language(),
                reading.cleanText(),
                topics,
                reading.sentiment().score(),
                "",
                false));
    }

    /** The best phrases. Where no line said how wanted it is, all posts are taken for ones that keywords chose. */
    public List<RankedPhrase> best(int most) {
        PhraseMemory memory = new PhraseMemory();
        posts.forEach(post -> memory.add(judged ? post : post.asTracked()));
        return new PhraseRanking(memory, phrase -> matcher.match(phrase).size(), List.of()).best(most);
    }
}
