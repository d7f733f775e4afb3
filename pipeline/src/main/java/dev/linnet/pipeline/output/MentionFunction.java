package dev.linnet.pipeline.output;

import dev.linnet.keywords.Keyword;
import dev.linnet.nlp.Reading;
import dev.linnet.pipeline.filter.VocabularyFeed;
import dev.linnet.pipeline.filter.VocabularySnapshot;
import dev.linnet.pipeline.phrases.PhrasePost;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.relevance.ScoredPost;
import dev.linnet.pipeline.windows.KeywordMention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Takes a scored post apart: into a mention of each keyword that it matched, and what the detector of phrases is told.
 *
 * <p>A post that was met long after it was made, because someone reposted it, is no news: it has its points, but counts in no
 * keyword's minute and raises no alert. Whether its old minute were still open would depend on how far the stream had been
 * read, and so on chance.
 */
public final class MentionFunction extends ProcessFunction<ScoredPost, KeywordMention> {
    /** Each post for the detector of phrases; one that swears as not wanted, so that nothing coarse is proposed. */
    public static final OutputTag<PhrasePost> PHRASES =
            new OutputTag<>("phrase-posts", TypeInformation.of(PhrasePost.class));

    private static final long serialVersionUID = 1L;

    /** In event time: how old a post may be when it is met, to count as news. */
    static final Duration NEWS = Duration.ofHours(1);

    private final VocabularyFeed feed;

    public MentionFunction(VocabularyFeed feed) {
        this.feed = feed;
    }

    @Override
    public void processElement(ScoredPost scored, Context ctx, Collector<KeywordMention> out) {
        if (!scored.isPut()) {
            scored.keywords().forEach(keyword -> out.collect(takenBack(keyword, scored)));
            ctx.output(PHRASES, PhrasePost.gone(scored.key()));
            return;
        }
        if (Duration.between(scored.created(), scored.firstSeen()).compareTo(NEWS) > 0) {
            return;
        }
        VocabularySnapshot vocabulary = feed.current();
        Set<String> names = names(scored.requireReading());
        List<String> words = words(scored.requireReading(), names);
        for (String text : scored.keywords()) {
            Keyword keyword = vocabulary.byText().get(text);
            out.collect(mention(text, keyword != null && keyword.priority(), scored, words));
        }
        // Growth of a post that was told of already is no second use of its words.
        if (scored.first()) {
            ctx.output(
                    PHRASES,
                    PhrasePost.of(
                            scored.requirePost(),
                            scored.requireReading(),
                            scored.firstSeen(),
                            scored.requireReading().isVolatile() ? 0 : scored.relevance(),
                            scored.keywords()));
        }
    }

    /** In lower case, as phrases are. */
    private static Set<String> names(Reading reading) {
        return reading.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> words(Reading reading, Set<String> names) {
        List<String> words = new ArrayList<>();
        reading.hashtags().forEach(tag -> words.add("#" + tag));
        Set<String> tags = Set.copyOf(reading.hashtags());
        reading.phrases().stream().filter(phrase -> !tags.contains(phrase)).forEach(words::add);
        names.stream()
                .filter(name -> !tags.contains(name) && !reading.phrases().contains(name))
                .forEach(words::add);
        return words;
    }

    private static KeywordMention mention(String keyword, boolean priority, ScoredPost scored, List<String> words) {
        Post post = scored.requirePost();
        return new KeywordMention(
                keyword,
                priority,
                scored.key(),
                post.author(),
                scored.firstSeen(),
                scored.relevance(),
                scored.moodTowards(keyword).score(),
                post.text(),
                post.url(),
                words,
                false);
    }

    private static KeywordMention takenBack(String keyword, ScoredPost scored) {
        return new KeywordMention(keyword, false, scored.key(), "", scored.created(), 0, 0, "", "", List.of(), true);
    }
}
