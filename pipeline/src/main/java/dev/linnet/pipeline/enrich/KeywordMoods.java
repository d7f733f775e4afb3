package dev.linnet.pipeline.enrich;

import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.nlp.ClauseMood;
import dev.linnet.nlp.Reading;
import dev.linnet.nlp.Sentiment;
import dev.linnet.pipeline.filter.PostKeywords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The mood towards each keyword of a post that sets one thing against another: that of the clause it stands in. */
final class KeywordMoods {
    private KeywordMoods() {}

    /**
     * Moods by keyword; of a keyword in several clauses the most decided one. What is missing has the mood of the whole post.
     *
     * @param keywords the keywords that the post matched
     */
    static Map<String, Sentiment> of(Reading reading, List<String> keywords, KeywordMatcher matcher) {
        if (reading.clauses().isEmpty() || keywords.isEmpty()) {
            return Map.of();
        }
        Map<String, Sentiment> moods = new HashMap<>();
        for (ClauseMood clause : reading.clauses()) {
            for (String keyword : PostKeywords.in(clause.text(), matcher)) {
                if (keywords.contains(keyword)) {
                    moods.merge(keyword, clause.sentiment(), KeywordMoods::moreDecided);
                }
            }
        }
        return moods;
    }

    private static Sentiment moreDecided(Sentiment one, Sentiment other) {
        return Math.abs(other.score()) > Math.abs(one.score()) ? other : one;
    }
}
