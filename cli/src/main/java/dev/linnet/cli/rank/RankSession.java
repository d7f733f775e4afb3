package dev.linnet.cli.rank;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.weighting.Contribution;
import dev.linnet.keywords.weighting.Feature;
import dev.linnet.keywords.weighting.Features;
import dev.linnet.keywords.weighting.Lesson;
import dev.linnet.keywords.weighting.Score;
import dev.linnet.keywords.weighting.WeightLedger;
import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.UnreadablePostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One author's way from seed keywords on: posts are scored, decisions are learnt from. What scores and what learns are the
 * job's own classes. Of the posts scored, the newest {@value #REMEMBERED} can be decided on.
 */
final class RankSession {
    static final int REMEMBERED = 50_000;

    /** How far the contributions of a score may miss it, in log-odds. */
    private static final double EXACT = 1e-9;

    private final Vocabulary vocabulary;
    private final KeywordMatcher matcher;
    private final PostReader reader;
    private final WeightLedger ledger;
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Map<String, ReplayPost.Read> round = new LinkedHashMap<>();
    private final RankPhrases phrases;
    private long decisions;

    /** A post that was read, and whether it was decided on. */
    private record Seen(List<Feature> features, boolean decided) {}

    /** What became of feedback. */
    enum Answer {
        LEARNT,
        UNKNOWN_POST,
        DECIDED_ALREADY
    }

    RankSession(List<Keyword> seeds, Set<String> trustedAuthors, PostReader reader) {
        this.vocabulary = new Vocabulary(0, seeds, trustedAuthors, Set.of());
        this.matcher = KeywordMatcher.of(vocabulary);
        this.reader = reader;
        this.ledger = new WeightLedger(vocabulary);
        this.phrases = new RankPhrases(matcher);
    }

    /** Takes a post into the round; false where one of this id is in it already. */
    boolean add(ReplayPost post) throws UnreadablePostException {
        if (round.containsKey(post.id())) {
            return false;
        }
        round.put(post.id(), post.read(vocabulary, matcher, reader));
        return true;
    }

    /** Scores the round's posts, in their order, and ends it. */
    Map<String, Score> scoreRound() {
        Map<String, Score> scores = new LinkedHashMap<>();
        round.forEach((id, post) -> scores.put(id, whole(id, ledger.model().score(post.features()))));
        round.forEach((id, post) -> {
            Seen before = seen.remove(id);
            seen.put(id, new Seen(post.features(), before != null && before.decided()));
            phrases.add(post, Objects.requireNonNull(scores.get(id)).relevance());
        });
        round.clear();
        List<String> ids = new ArrayList<>(seen.keySet());
        ids.subList(0, Math.max(0, ids.size() - REMEMBERED)).forEach(seen::remove);
        return scores;
    }

    /** Learns from an approval or a rejection at once. */
    Answer decide(String id, boolean approved) {
        Optional<Seen> post = Optional.ofNullable(seen.get(id));
        if (post.isEmpty()) {
            return Answer.UNKNOWN_POST;
        }
        if (post.get().decided()) {
            return Answer.DECIDED_ALREADY;
        }
        seen.replace(id, new Seen(post.get().features(), true));
        phrases.decide(id, approved);
        ledger.take(Lesson.decision(
                ++decisions, id, approved, Features.toMap(post.get().features())));
        return Answer.LEARNT;
    }

    /** The phrases that would lead to the most wanted posts, the best first; none is named twice. */
    List<String> phrases(int most) {
        return phrases.best(most);
    }

    /** The score, when its explanation explains all of it. */
    private static Score whole(String id, Score score) {
        double sum =
                score.contributions().stream().mapToDouble(Contribution::amount).sum();
        if (!(Math.abs(sum - score.logOdds()) <= EXACT)) {
            throw new IllegalStateException("the contributions to the score of " + id + " add up to " + sum
                    + ", but its log-odds are " + score.logOdds());
        }
        return score;
    }
}
