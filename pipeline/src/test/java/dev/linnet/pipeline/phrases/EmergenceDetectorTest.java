package dev.linnet.pipeline.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmergenceDetectorTest {
    private final EmergenceDetector detector = new EmergenceDetector();
    private final List<Emergence> found = new ArrayList<>();

    @Test
    void hashtagOfManyAuthorsEmergesOnce() {
        everyday(0, 3_600);
        for (int i = 0; i < 60; i++) {
            use("author" + i, 3_600 + i * 30, "look at #windowmap" + " number" + i);
        }

        assertThat(found).singleElement().satisfies(emergence -> {
            assertThat(emergence.phrase().phrase()).isEqualTo("#windowmap");
            assertThat(emergence.authors()).isGreaterThanOrEqualTo(Rise.LEAST_AUTHORS);
            assertThat(emergence.expected()).isLessThan(1);
            assertThat(emergence.phrase().holding()).hasSizeGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void hashtagThatComesUpOverAnAfternoonEmerges() {
        everyday(0, 30_000);
        for (int i = 0; i < 12; i++) {
            use("author" + i, 30_000 + i * 700, "look at #windowmap" + " number" + i);
            everyday(30_010 + i * 700, 30_690 + i * 700);
        }

        assertThat(found).extracting(emergence -> emergence.phrase().phrase()).containsExactly("#windowmap");
        assertThat(found.get(0).window()).isEqualTo(Rise.WINDOWS.get(1));
    }

    @Test
    void whatOneAuthorSaysOrTheWarmUpBringsDoesNotEmerge() {
        for (int i = 0; i < 20; i++) {
            use("author" + i, i, "an #earlybird" + " number" + i);
        }
        everyday(60, 3_600);
        for (int i = 0; i < 50; i++) {
            use("seller", 3_600 + i, "see #myshop" + " number" + i);
        }
        everyday(3_700, 3_800);

        assertThat(found).isEmpty();
    }

    @Test
    void phraseThatOnlyGrowsWithAllOthersDoesNotEmerge() {
        everyday(0, 7_200);
        for (int i = 0; i < 2_000; i++) {
            use("crowd" + i, 7_200 + i / 2, "about #word" + i % 20 + " number" + i);
        }

        assertThat(found).isEmpty();
    }

    @Test
    void phraseThatWasUsualFromTheStartDoesNotEmergeWhenTheWarmUpIsOver() {
        for (int i = 0; i < 110; i++) {
            use("author" + i, i * 60, "a #goodmorning" + " number" + i);
        }

        assertThat(found).isEmpty();
    }

    /** Three posts a second fill the memory with little more than the stretch that is looked at. */
    @Test
    void usualPhraseThatTheOldestPostsHeldLackDoesNotEmerge() {
        for (int i = 0; i < 12_000; i++) {
            boolean greets = i % 20 == 0 && i / 400 % 5 != 0;
            use("crowd" + i, i / 3, "about #word" + i % 20 + (greets ? " #goodmorning" : "") + " number" + i);
        }

        assertThat(found).isEmpty();
    }

    @Test
    void afterABreakOfHoursListeningBeginsAnew() {
        everyday(0, 7_200);
        int later = 7_200 + 7 * 3_600;
        for (int i = 0; i < 30; i++) {
            use("author" + i, later + i * 30, "look at #windowmap" + " number" + i);
        }

        assertThat(found).isEmpty();
    }

    /** Twenty hashtags in turn, one every ten seconds, each time by another author. */
    /** A keyword that spikes carries up whatever is usually said with it; what is new beside it still stands out. */
    @Test
    void whatAKeywordsSpikeCarriesUpDoesNotEmerge() {
        everyday(0, 20_000);
        for (int i = 0; i < 100; i++) {
            use("early" + i, i * 200, "swifts", "#birdwalk" + i % 4 + " number" + i);
        }
        for (int i = 0; i < 240; i++) {
            String beside = i % 12 == 0 ? " #nestcam" : "";
            use("late" + i, 20_000 + i * 4, "swifts", "#birdwalk" + i % 4 + beside + " number" + i);
        }

        assertThat(found).extracting(emergence -> emergence.phrase().phrase()).containsExactly("#nestcam");
    }

    private void use(String author, int second, String keyword, String text) {
        PhrasePost post = PhrasePosts.post(author, second, 0.8, true, text).with(List.of(keyword));
        found.addAll(detector.add(post, any -> 0));
    }

    private void everyday(int from, int to) {
        for (int second = from; second < to; second += 10) {
            use("someone" + second, second, "about #word" + second / 10 % 20 + " number" + second);
        }
    }

    private void use(String author, int second, String text) {
        found.addAll(
                detector.add(PhrasePosts.post(author, second, 0.8, true, text), any -> any.equals("number") ? 1 : 0));
    }
}
