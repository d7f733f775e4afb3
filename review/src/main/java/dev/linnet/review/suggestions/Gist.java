package dev.linnet.review.suggestions;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a post leads to and says, as far as another may lead to and say the same.
 *
 * @param links the web addresses in the text, without scheme, {@code www.}, fragment, {@code utm_} parameters and trailing slash
 * @param words the different words in lower case, without links and mentions; a hashtag counts as its word
 */
record Gist(Set<String> links, Set<String> words) {
    private static final Pattern LINK = Pattern.compile("(?i)https?://([^\\s<>\"]+)");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\w.\\-]+(?:@[\\w.\\-]+)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[\\p{Punct}…”’»&&[^/=&%_~+-]]+$");
    private static final Pattern FRAGMENT = Pattern.compile("#.*$");
    private static final Pattern TRACKING = Pattern.compile("(?i)(?<=[?&])utm_[^&]*(?:&|$)");
    private static final Pattern END = Pattern.compile("[/?&]+$");

    static Gist of(String text) {
        Set<String> links = LINK.matcher(text)
                .results()
                .map(found -> target(found.group(1)))
                .filter(link -> !link.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String said = MENTION.matcher(LINK.matcher(text).replaceAll(" ")).replaceAll(" ");
        Set<String> words = WORD.matcher(said.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Gist(links, words);
    }

    /** Where a link leads, whichever way it was written; only the host is blind to case. */
    private static String target(String address) {
        String bare =
                FRAGMENT.matcher(SENTENCE_END.matcher(address).replaceFirst("")).replaceFirst("");
        bare = END.matcher(TRACKING.matcher(bare).replaceAll("")).replaceFirst("");
        // "example.org/?id=1" is "example.org?id=1".
        bare = bare.replace("/?", "?");
        int path = bare.split("[/?]", 2)[0].length();
        String host = bare.substring(0, path).toLowerCase(Locale.ROOT);
        return (host.startsWith("www.") ? host.substring(4) : host) + bare.substring(path);
    }
}
