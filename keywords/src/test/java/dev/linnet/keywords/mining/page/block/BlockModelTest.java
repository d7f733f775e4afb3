package dev.linnet.keywords.mining.page.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class BlockModelTest {
    private static PageBlocks blocks(String html) {
        return PageBlocks.of(Jsoup.parse(html).body(), new Clues("", "", "", ""));
    }

    @Test
    void shippedModelWasTrainedWithTheFeaturesOfThisCode() {
        PageBlocks page = blocks("<p>One.<p>Two.");
        page.secondLook(new double[2]);

        assertThat(BlockModel.shipped().names()).isEqualTo(page.names());
    }

    @Test
    void modelComesBackAsItWasWritten() throws IOException {
        BlockModel model = BlockModel.shipped();

        assertThat(BlockModel.read(new BufferedReader(new StringReader(model.write()))))
                .isEqualTo(model);
    }

    @Test
    void modelThatIsCutShortIsRefused() {
        String written = BlockModel.shipped().write();
        String half = written.substring(0, written.lastIndexOf('\n', written.length() - 2));

        assertThatThrownBy(() -> BlockModel.read(new BufferedReader(new StringReader(half))))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("cut short");
    }

    @Test
    void blocksArePartedByElementsAndByTwoLineBreaks() {
        PageBlocks page =
                blocks("<div>One <b>and</b> more<p>Two<br>lines</p>Three<br><br>Four<table><td>a<td>b</table></div>");

        assertThat(page.size()).isEqualTo(6);
        assertThat(page.text(0)).isEqualTo("One and more");
        assertThat(page.text(1)).isEqualTo("Two lines");
        assertThat(page.text(3)).isEqualTo("Four");
        assertThat(page.text(5)).isEqualTo("b");
    }

    @Test
    void readersCommentsAreExcludedUnlessTheyAreThePage() {
        String comments = "<div class='comment-list'><p>"
                + "I planted mine in May, and they came up all the same. ".repeat(12) + "</p></div>";
        String article = "<p>" + "Sow them when the soil is warm, and not a day before. ".repeat(12) + "</p>";

        PageBlocks under = blocks(article + comments);
        PageBlocks alone = blocks(comments);

        assertThat(under.isVetoed(0)).isFalse();
        assertThat(under.isVetoed(1)).isTrue();
        assertThat(alone.isVetoed(0)).isFalse();
    }

    @Test
    void beginningOfAnotherArticleIsExcluded() {
        PageBlocks page = blocks(
                "<ul><li><a href=/x>Swifts are back in the old barn</a> They came on the fourth of May and\u2026</li>"
                        + "<li><a href=/y>A linked word</a> that begins a whole sentence.</li></ul>");

        assertThat(page.isVetoed(0)).isTrue();
        assertThat(page.isVetoed(1)).isFalse();
    }
}
