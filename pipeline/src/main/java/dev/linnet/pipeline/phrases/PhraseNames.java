package dev.linnet.pipeline.phrases;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How phrases are mostly written, and whether they are topics by themselves. Good for one look at a memory. */
final class PhraseNames {
    /** What was read of each post: a post holds many phrases, and reading it takes far longer than looking one up. */
    private final Map<PhrasePost, Map<Long, String>> read = new IdentityHashMap<>();

    /**
     * The commonest spelling among posts that hold a phrase, with {@code #} where most of them have it as a hashtag.
     *
     * @param topic whether it is a hashtag or a name somewhere, or has several words
     */
    record Name(String phrase, boolean topic) {}

    Name of(long key, List<PhraseMemory.Entry> posts) {
        Map<String, Integer> spellings = new HashMap<>();
        int tagged = 0;
        boolean topic = false;
        for (PhraseMemory.Entry entry : posts) {
            PhrasePost post = entry.held().post();
            String spelling = read.computeIfAbsent(post, p -> PhraseWords.in(p.text(), p.language()))
                    .get(key);
            if (spelling != null) {
                spellings.merge(spelling, 1, Integer::sum);
                tagged += post.text().toLowerCase(Locale.ROOT).contains("#" + spelling) ? 1 : 0;
                topic |= spelling.indexOf(' ') > 0
                        || post.topics().stream().anyMatch(name -> PhraseWords.key(name) == key);
            }
        }
        String best = spellings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        boolean isTag = best.indexOf(' ') < 0 && 2 * tagged > posts.size();
        return new Name(isTag ? "#" + best : best, topic || isTag);
    }
}
