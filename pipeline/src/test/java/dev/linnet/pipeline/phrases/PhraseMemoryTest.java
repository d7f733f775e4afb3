package dev.linnet.pipeline.phrases;

import static dev.linnet.pipeline.phrases.PhrasePosts.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseMemoryTest {
    private final PhraseMemory memory = new PhraseMemory();

    @Test
    void memoryIsBoundedAndTheSampleStandsForAll() {
        for (int i = 0; i < 40_000; i++) {
            memory.add(other("author" + i, i, "word" + i * 2_654_435_761L));
        }
        assertThat(memory.entries()).hasSizeLessThanOrEqualTo(PhraseMemory.MOST_OTHERS);
        assertThat(copies()).isCloseTo(40_000, within(4_000.0));

        for (int i = 0; i < 2 * PhraseMemory.MOST_RELEVANT; i++) {
            memory.add(PhrasePosts.post("fan" + i, 40_000, 0.9, true, "wanted " + i));
        }
        assertThat(memory.entries()).hasSizeLessThanOrEqualTo(PhraseMemory.MOST_RELEVANT + PhraseMemory.MOST_OTHERS);
    }

    /** As a hash of its text spreads. */
    private static PhrasePost other(String author, int second, String text) {
        PhrasePost post = PhrasePosts.post(author, second, 0.1, false, text);
        long group = (text.hashCode() + 1_000_003L * second) * 0x9E3779B97F4A7C15L;
        return new PhrasePost(
                post.key(),
                author,
                post.at(),
                group ^ (group >>> 32),
                0.1,
                false,
                List.of(),
                "en",
                text,
                List.of(),
                0,
                "",
                false);
    }

    private double copies() {
        return memory.entries().stream()
                .mapToDouble(entry -> entry.held().copies())
                .sum();
    }

    @Test
    void copiesOfATextAreHeldOnce() {
        assertThat(memory.add(PhrasePosts.post("ana", 1, 0.9, true, "the same words")))
                .isTrue();
        assertThat(memory.add(PhrasePosts.post("bo", 2, 0.9, true, "the same words")))
                .isFalse();
    }

    @Test
    void whatIsOldOrTakenBackIsForgotten() {
        memory.add(PhrasePosts.post("ana", 1, 0.9, true, "one"));
        memory.add(PhrasePosts.post("bo", 2, 0.1, true, "two"));
        memory.forget("x:bo2");
        assertThat(memory.snapshot()).extracting(held -> held.post().text()).containsExactly("one");

        int later = (int) PhraseMemory.SPAN.plus(Duration.ofSeconds(10)).toSeconds();
        memory.add(PhrasePosts.post("cleo", later, 0.9, true, "three"));
        assertThat(memory.snapshot()).extracting(held -> held.post().text()).containsExactly("three");
    }

    @Test
    void decisionsCountMoreThanScoresAndCanBeTakenBack() {
        memory.add(PhrasePosts.post("ana", 1, 0.2, true, "one"));
        memory.decide("x:ana1", true);
        assertThat(memory.snapshot().get(0).isRelevant()).isTrue();

        memory.decide("x:ana1", null);
        assertThat(memory.snapshot().get(0).wanted()).isEqualTo(0.2);
    }

    @Test
    void restoredMemoryIsTheSame() {
        for (int i = 0; i < 20_000; i++) {
            memory.add(other("author" + i, i, "word" + i));
        }
        memory.add(PhrasePosts.post("ana", 20_000, 0.9, true, "wanted"));

        PhraseMemory restored = PhraseMemory.restore(memory.snapshot(), memory.seen(), memory.level());

        assertThat(restored.snapshot()).isEqualTo(memory.snapshot());
        PhrasePost next = PhrasePosts.post("bo", 20_001, 0.9, true, "next");
        assertThat(START).isBefore(next.at());
        assertThat(restored.add(next)).isEqualTo(memory.add(next)).isTrue();
        assertThat(restored.snapshot()).isEqualTo(memory.snapshot());
    }
}
