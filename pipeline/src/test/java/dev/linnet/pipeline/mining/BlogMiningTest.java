package dev.linnet.pipeline.mining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlogMiningTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8000/",
                "https://LOCALHOST",
                "http://127.0.0.1/feed",
                "http://127.1.2.3",
                "http://[::1]:80/"
            })
    void whoNamesThisMachineAllowsIt(String source) {
        assertThat(BlogMining.isThisMachine(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example.org/",
                "http://127.example.org/",
                "http://127.0.0.1.example.org/",
                "http://localhost.example.org/",
                "http://10.0.0.7/",
                "http://[::2]/",
                "posts/",
                "http://a b/",
                ""
            })
    void whateverElseIsNamedDoesNotAllowThisMachine(String source) {
        assertThat(BlogMining.isThisMachine(source)).isFalse();
    }
}
