package dev.linnet.pipeline.phrases;

import java.time.Instant;
import java.util.List;

/** Makes posts for tests of the detector of phrases. */
public final class PhrasePosts {
    public static final Instant START = Instant.parse("2026-11-01T09:00:00Z");

    private PhrasePosts() {}

    /** A post in English; each text is a group of its own. */
    public static PhrasePost post(String author, int second, double relevance, boolean tracked, String text) {
        return new PhrasePost(
                "x:" + author + second,
                author,
                START.plusSeconds(second),
                text.hashCode() * 31L,
                relevance,
                tracked,
                tracked ? List.of("birds") : List.of(),
                "en",
                text,
                List.of(),
                0.2,
                "https://example.org/" + second,
                false);
    }
}
