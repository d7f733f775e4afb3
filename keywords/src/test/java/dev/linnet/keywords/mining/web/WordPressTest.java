package dev.linnet.keywords.mining.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.mining.Article;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPressTest {
    @Test
    void tagsAndCategoriesAreReadButForTheOneOfNoChoice() throws FetchException {
        String answer = """
                [{"link":"https://a.example/p","title":{"rendered":"Ferns"},"content":{"rendered":"<p>On ferns.</p>"},
                  "_embedded":{"wp:term":[
                    [{"name":"Uncategorized","slug":"uncategorized"},{"name":"Walls &amp; roofs","slug":"walls"}],
                    [{"name":"moss","slug":"moss"}]]}}]""";

        assertThat(WordPress.posts("https://a.example/", answer, "en"))
                .extracting(Article::tags)
                .containsExactly(List.of("Walls & roofs", "moss"));
    }
}
