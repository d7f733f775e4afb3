package dev.linnet.keywords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeywordChangeTest {
    private static final Keyword WREN = new Keyword("wren", 2, true, List.of("jenny wren", "troglodytes"));

    @Test
    void wholeKeywordComesBackFromItsNumbers() {
        assertThat(KeywordChange.apply("wren", null, KeywordChange.to(WREN))).isEqualTo(WREN);
        assertThat(KeywordChange.apply("wren", WREN, KeywordChange.to(Keyword.of("wren", 1))))
                .as("other spellings that are gone stay gone")
                .isEqualTo(Keyword.of("wren", 1));
    }

    @Test
    void whatIsNotSaidStays() {
        assertThat(KeywordChange.apply("wren", WREN, Map.of("weight", 3.0)))
                .isEqualTo(new Keyword("wren", 3, true, WREN.variants()));
        assertThat(KeywordChange.apply("owl", null, Map.of())).isEqualTo(Keyword.of("owl", 1));
    }

    @Test
    void impossibleWeightIsRefused() {
        assertThatThrownBy(() -> KeywordChange.apply("wren", WREN, Map.of("weight", -1.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
