package dev.linnet.bench.jmh;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Posts of words that do not exist, as often used as words are (Zipf's law), and vocabularies of such words. */
final class InventedPosts {
    private static final int WORDS = 60_000;
    /** Keywords begin behind the words that everyone uses. */
    private static final int RARE = 2_000;

    private static final String[] SYLLABLES =
            "ka lo mi ten ru sha ver no pi gal des tor bin fe cu lan wo xi hem zu dra ble qui sto".split(" ");

    private final Random random;

    InventedPosts(long seed) {
        random = new Random(seed);
    }

    /** So many texts of 6 to 26 words. */
    List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> text()).toList();
    }

    /** So many records in the shape of X's API v2, with some of what surrounds a text there. */
    List<byte[]> records(int count) {
        return texts(count).stream()
                .map(text -> record(text).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private String record(String text) {
        long id = 1_700_000_000_000_000_000L + random.nextInt(1_000_000_000);
        return "{\"data\":{\"id\":\"%d\",\"text\":\"%s\",\"author_id\":\"%d\",\"created_at\":\"2026-03-04T05:06:07.000Z\","
                        .formatted(id, text, random.nextInt(1_000_000_000))
                + "\"lang\":\"en\",\"conversation_id\":\"%d\",\"source\":\"Web App\",\"possibly_sensitive\":false,"
                        .formatted(id)
                + "\"public_metrics\":{\"retweet_count\":3,\"reply_count\":1,\"like_count\":12,\"quote_count\":0}},"
                + "\"includes\":{\"users\":[{\"id\":\"77\",\"name\":\"%s\",\"username\":\"%s\",\"verified\":false,"
                        .formatted(word(random.nextInt(WORDS)), word(random.nextInt(WORDS)))
                + "\"description\":\"%s\",\"created_at\":\"2011-01-02T03:04:05.000Z\"}]}}\n".formatted(text());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 6 + random.nextInt(20); i > 0; i--) {
            int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1;
            text.append(random.nextInt(25) == 0 ? "#" : "")
                    .append(word(rank))
                    .append(random.nextInt(9) == 0 ? ", " : " ");
        }
        return text.append("https://t.example/")
                .append(random.nextInt(1_000_000))
                .toString();
    }

    /** So many keywords: of five, two are rare words, two are phrases of two words, one of three. */
    Vocabulary vocabulary(int count) {
        return Vocabulary.of(IntStream.range(0, count)
                .mapToObj(i -> Keyword.of(keyword(i), 1))
                .toList());
    }

    private String keyword(int number) {
        int rank = RARE + number;
        return switch (number % 5) {
            case 0, 2 -> word(rank);
            case 4 -> word(rank) + " " + word(random.nextInt(WORDS)) + " " + word(random.nextInt(WORDS));
            default -> word(rank) + " " + word(random.nextInt(WORDS));
        };
    }

    /** The word of a rank: the commonest are the shortest, each once. */
    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        int left = rank + SYLLABLES.length;
        for (; left > 0; left /= SYLLABLES.length) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return word.toString();
    }
}
