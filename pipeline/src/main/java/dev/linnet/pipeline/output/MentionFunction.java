package dev.linnet.pipeline.output;

import dev.linnet.keywords.Keyword;
import dev.linnet.nlp.Reading;
import dev.linnet.pipeline.alerts.PhraseUse;
import dev.linnet.pipeline.filter.VocabularyFeed;
import dev.linnet.pipeline.filter.VocabularySnapshot;
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
 * Takes a scored post apart: into a mention of each keyword that it matched, and uses of the phrases and hashtags that nobody
 * tracks yet.
 *
 * <p>A post that was met long after it was made, because someone reposted it, is no news: it has its points, but counts in no
 * keyword's minute and raises no alert. Whether its old minute were still open would depend on how far the stream had been
 * read, and so on chance.
 */
public final class MentionFunction extends ProcessFunction<ScoredPost, KeywordMention> {
    /** Uses of what isn't tracked, in relevant posts. */
    public static final OutputTag<PhraseUse> PHRASES =
            new OutputTag<>("phrase-uses", TypeInformation.of(PhraseUse.class));

    private static final long serialVersionUID = 1L;

    /** In event time: how old a post may be when it is met, to count as news. */
    static final Duration NEWS = Duration.ofHours(1);

    /** 0 to 1: phrases of less relevant posts don't count. */
    static final double RELEVANT = 0.5;

    private static final int MOST_PHRASES = 16;

    private final VocabularyFeed feed;

    public MentionFunction(VocabularyFeed feed) {
        this.feed = feed;
    }

    @Override
    public void processElement(ScoredPost scored, Context ctx, Collector<KeywordMention> out) {
        if (!scored.isPut()) {
            scored.keywords().forEach(keyword -> out.collect(takenBack(keyword, scored)));
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
        if (scored.first()
                && scored.relevance() >= RELEVANT
                && !scored.requireReading().isVolatile()) {
            words.stream()
                    .filter(word -> isTopic(word, names))
                    .filter(word -> isUntracked(word, vocabulary))
                    .limit(MOST_PHRASES)
                    .forEach(word -> ctx.output(PHRASES, use(word, scored)));
        }
    }

    /** In lower case, as phrases are. */
    private static Set<String> names(Reading reading) {
        return reading.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A hashtag, several words, or a name: other single words are those that anyone uses at any time. */
    private static boolean isTopic(String word, Set<String> names) {
        return word.startsWith("#") || word.indexOf(' ') > 0 || names.contains(word);
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

    private static boolean isUntracked(String word, VocabularySnapshot vocabulary) {
        return vocabulary.matcher().match(word).isEmpty()
                && vocabulary.matcher().muted(word).isEmpty();
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

    private static PhraseUse use(String word, ScoredPost scored) {
        Post post = scored.requirePost();
        return new PhraseUse(
                word,
                scored.key(),
                post.author(),
                scored.firstSeen(),
                scored.relevance(),
                scored.requireReading().sentiment().score(),
                post.text(),
                post.url());
    }
}
