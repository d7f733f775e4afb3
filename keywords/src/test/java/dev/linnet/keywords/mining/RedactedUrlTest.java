package dev.linnet.keywords.mining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedUrlTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "https://ana:s3cret@blog.example/feed => https://***@blog.example/feed",
                "https://blog.example/feed?token=s3cret&page=2 => https://blog.example/feed?token=***&page=2",
                "https://blog.example/?page=2&access_token=s3cret#x => https://blog.example/?page=2&access_token=***#x",
                "https://blog.example/feed?API-KEY=s3cret => https://blog.example/feed?API-KEY=***",
                "read http://a@b/, http://c/?sig=s3cret => read http://***@b/, http://c/?sig=***",
                // Nothing secret in these.
                "https://social.example/@ana.rss => https://social.example/@ana.rss",
                "https://blog.example/?p=12&keyword=fern => https://blog.example/?p=12&keyword=fern",
                "posts/a@b.md => posts/a@b.md"
            })
    void secretsAreMaskedAndTheRestStays(String address, String shown) {
        assertThat(RedactedUrl.of(address)).isEqualTo(shown);
    }

    @Test
    void problemsShowNoSecrets() {
        Problem problem = new Problem(
                "https://blog.example/feed?key=s3cret", "redirects to http://x:s3cret@evil.example/", "check it");

        assertThat(problem.sentence())
                .isEqualTo("https://blog.example/feed?key=***: redirects to http://***@evil.example/; check it");
    }
}
