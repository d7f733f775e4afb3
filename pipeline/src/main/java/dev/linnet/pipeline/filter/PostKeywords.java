package dev.linnet.pipeline.filter;

import dev.linnet.keywords.matching.KeywordMatch;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.pipeline.post.Post;
import java.util.List;

/** Which keywords a post uses, and in which text they are looked for. */
public final class PostKeywords {
    private PostKeywords() {}

    /** The post's text, and hashtags that some platforms keep beside it. */
    public static String textToMatch(Post post) {
        if (post.hashtags().isEmpty()) {
            return post.text();
        }
        StringBuilder all = new StringBuilder(post.text());
        for (String tag : post.hashtags()) {
            if (!post.text().contains(tag)) {
                all.append(" #").append(tag);
            }
        }
        return all.toString();
    }

    /** The keywords in a text, each once, in order of their letters. */
    public static List<String> in(String text, KeywordMatcher matcher) {
        List<KeywordMatch> matches = matcher.match(text);
        if (matches.isEmpty()) {
            return List.of();
        }
        return matches.stream()
                .map(match -> match.keyword().text())
                .distinct()
                .sorted()
                .toList();
    }
}
