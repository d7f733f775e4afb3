package dev.linnet.cli.rank;

import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.pipeline.phrases.PhraseMemory;
import dev.linnet.pipeline.phrases.PhrasePost;
import dev.linnet.pipeline.phrases.PhraseRanking;
import dev.linnet.pipeline.phrases.RankedPhrase;
import dev.linnet.pipeline.post.Platform;
import java.util.ArrayList;
import java.util.List;

/** The phrases of a session that would lead to wanted posts, found by the job's own detector. */
final class RankPhrases {
    private final PhraseMemory memory = new PhraseMemory();
    private final List<String> told = new ArrayList<>();
    private final KeywordMatcher matcher;

    RankPhrases(KeywordMatcher matcher) {
        this.matcher = matcher;
    }

    void add(ReplayPost.Read read, double relevance) {
        memory.add(PhrasePost.of(
                read.candidate().requirePost(),
                read.reading(),
                read.candidate().at(),
                relevance,
                read.candidate().keywords()));
    }

    void decide(String id, boolean approved) {
        memory.decide(Platform.X.tag() + ":" + id, approved);
    }

    List<String> best(int most) {
        List<String> best = new PhraseRanking(
                        memory, phrase -> matcher.match(phrase).size(), told)
                .best(most).stream().map(RankedPhrase::phrase).toList();
        told.addAll(best);
        return best;
    }
}
