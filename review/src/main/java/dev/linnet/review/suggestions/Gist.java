package dev.linnet.review.suggestions;

import dev.linnet.queue.LinkTarget;
import dev.linnet.queue.Suggestion;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a post belongs to, leads to and says, as far as another may do the same.
 *
 * @param conversation the id of the post that its conversation began with
 * @param links where the links of the post and those in its text lead, as {@link LinkTarget} writes it
 * @param words the different words in lower case, without links and mentions; a hashtag counts as its word
 */
record Gist(String conversation, Set<String> links, Set<String> words) {
    private static final Pattern LINK = Pattern.compile("(?i)https?://([^\\s<>\"]+)");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\w.\\-]+(?:@[\\w.\\-]+)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    static Gist of(Suggestion suggestion) {
        String text = suggestion.text();
        Stream<String> written = LINK.matcher(text).results().map(found -> LinkTarget.of(found.group(1)));
        Set<String> links = Stream.concat(suggestion.links().stream(), written)
                .filter(link -> !link.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String said = MENTION.matcher(LINK.matcher(text).replaceAll(" ")).replaceAll(" ");
        Set<String> words = WORD.matcher(said.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Gist(suggestion.conversation(), links, words);
    }
}
