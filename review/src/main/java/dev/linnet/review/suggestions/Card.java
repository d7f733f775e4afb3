package dev.linnet.review.suggestions;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Features;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.Suggestion;
import dev.linnet.review.draw.Bar;
import dev.linnet.review.suggestions.QueueView.Also;
import dev.linnet.review.text.FeatureNames;
import dev.linnet.review.text.Figures;
import dev.linnet.review.text.Links;
import dev.linnet.review.text.MarkedText;
import dev.linnet.review.text.Moment;
import dev.linnet.review.text.PlainText;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The suggestion that is being decided.
 *
 * @param id the suggestion's id
 * @param author the handle
 * @param authorName the name shown
 * @param isTrusted whether the author is trusted
 * @param platform the platform's name
 * @param text the post in pieces, keywords marked
 * @param language its language, {@code und} when unknown
 * @param url where the original is, or empty when it leads to no web page
 * @param created when it was posted
 * @param percent the relevance
 * @param exploring what the model knows too little of, where it is shown for that; else empty
 * @param alike the suggestions folded under it
 * @param because the strongest reasons in one line
 * @param reasons the strongest reasons
 * @param more what the others add up to, or empty when there are none
 * @param sentiment {@code negative}, {@code neutral}, {@code positive} or {@code unknown}
 * @param sentimentScore −1 to 1, signed
 * @param isVolatile whether it holds profanity
 * @param reach how often it was shared, in words
 */
public record Card(
        String id,
        String author,
        String authorName,
        boolean isTrusted,
        String platform,
        List<MarkedText.Piece> text,
        String language,
        String url,
        Moment created,
        String percent,
        String exploring,
        List<Also> alike,
        String because,
        List<ReasonBar> reasons,
        String more,
        String sentiment,
        String sentimentScore,
        boolean isVolatile,
        String reach) {
    private static final int SHOWN_REASONS = 6;
    private static final int REASONS_IN_LINE = 3;

    /**
     * A reason with its bar.
     *
     * @param kind the feature's kind
     * @param name the feature in plain words
     * @param amount what it adds to the log-odds
     * @param bar the same as a picture
     */
    public record ReasonBar(String kind, String name, String amount, Bar bar) {}

    static Card of(Ranking.Ranked ranked, Vocabulary vocabulary, Clock clock) {
        Suggestion suggestion = ranked.queued().suggestion();
        List<Contribution> shown =
                ranked.reasons().stream().limit(SHOWN_REASONS).toList();
        return new Card(
                suggestion.id(),
                PlainText.line(suggestion.author(), 80),
                PlainText.line(suggestion.authorName(), 80),
                vocabulary.trustedAuthors().contains(suggestion.author().toLowerCase(Locale.ROOT)),
                platform(suggestion.platform()),
                MarkedText.of(suggestion.text(), matched(suggestion, vocabulary)),
                suggestion.language(),
                Links.safe(suggestion.url()),
                Moment.of(suggestion.created(), clock),
                Figures.percent(ranked.relevance()),
                ranked.exploring(),
                Also.of(ranked.alike()),
                because(shown),
                bars(shown),
                more(ranked.reasons()),
                suggestion.sentiment(),
                Figures.signed(suggestion.sentimentScore()),
                suggestion.isVolatile(),
                reach(suggestion.reach()));
    }

    private static List<Keyword> matched(Suggestion suggestion, Vocabulary vocabulary) {
        List<String> names = suggestion.keywords();
        List<Keyword> known = vocabulary.keywords().stream()
                .filter(keyword -> names.contains(keyword.text()))
                .toList();
        // A keyword that was removed since is still why the post was suggested.
        return known.isEmpty()
                ? names.stream()
                        .filter(name -> !name.isBlank())
                        .map(name -> Keyword.of(name, 1))
                        .toList()
                : known;
    }

    private static String because(List<Contribution> reasons) {
        return reasons.stream()
                .filter(reason -> !reason.kind().equals(Features.BIAS))
                .limit(REASONS_IN_LINE)
                .map(reason -> FeatureNames.plain(reason.kind(), reason.name()) + " " + Figures.signed(reason.amount()))
                .collect(Collectors.joining(", "));
    }

    private static List<ReasonBar> bars(List<Contribution> reasons) {
        double scale = reasons.stream()
                .mapToDouble(reason -> Math.abs(reason.amount()))
                .max()
                .orElse(1);
        return reasons.stream()
                .map(reason -> new ReasonBar(
                        reason.kind(),
                        FeatureNames.plain(reason.kind(), reason.name()),
                        Figures.signed(reason.amount()),
                        Bar.of(reason.amount(), scale)))
                .toList();
    }

    private static String more(List<Contribution> reasons) {
        List<Contribution> rest = reasons.stream().skip(SHOWN_REASONS).toList();
        double sum = rest.stream().mapToDouble(Contribution::amount).sum();
        return rest.isEmpty()
                ? ""
                : Figures.of(rest.size(), "smaller reason") + ": " + Figures.signed(sum) + " together";
    }

    private static String reach(long reach) {
        if (reach <= 0) {
            return "not shared yet";
        }
        return reach == 1 ? "shared once" : "shared " + Figures.brief(reach) + " times";
    }

    private static String platform(String platform) {
        return switch (platform) {
            case "x" -> "X";
            case "bluesky" -> "Bluesky";
            case "mastodon" -> "Mastodon";
            default -> PlainText.line(platform, 30);
        };
    }
}
