package dev.linnet.sinks.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PointEncoderTest {
    private final PointEncoder encoder = new PointEncoder();

    @Test
    void aPointBecomesALineWithSortedTagsAndTypedFields() {
        Point point = new Point(
                "post",
                Map.of("platform", "bluesky", "keyword", "a b,c=d"),
                Map.of("relevance", 0.5),
                Map.of("reach", 3L),
                Map.of("text", "say \"hi\"\\"),
                Map.of("volatile", true),
                1_700_000_000_123_456_789L,
                false);

        assertThat(encoder.encode(point).line())
                .isEqualTo("post,keyword=a\\ b\\,c\\=d,platform=bluesky "
                        + "relevance=0.5,reach=3i,volatile=true,text=\"say \\\"hi\\\"\\\\\" 1700000000123456789");
    }

    @Test
    void aLineBreakInATagCannotStartASecondLine() {
        PointEntry entry = encoder.encode(Points.withTag("x\nadmin,k=v f=1\r\n", 1));
        assertThat(entry.line()).isEqualTo("m,k=x\\ admin\\,k\\=v\\ f\\=1\\ \\  i=1i 1");
    }

    @Test
    void aBackslashAtATagsEndIsCutAndAnEmptyTagLeftOut() {
        assertThat(encoder.encode(Points.withTag("C:\\dir\\\\", 1)).line()).isEqualTo("m,k=C:\\dir i=1i 1");
        assertThat(encoder.encode(Points.withTag("\\", 1)).line()).isEqualTo("m i=1i 1");
        assertThat(encoder.encode(Points.withTag("", 1)).line()).isEqualTo("m i=1i 1");
    }

    @Test
    void aPointWithoutAFieldLeftIsRefused() {
        assertThat(encoder.encode(Points.withNumber("m", Double.NaN, 1)).kind()).isEqualTo(PointEntry.Kind.REFUSED);
        assertThat(encoder.encode(Points.withNumber("m", Double.NEGATIVE_INFINITY, 1))
                        .kind())
                .isEqualTo(PointEntry.Kind.REFUSED);
        assertThat(encoder.encode(Points.withNumber("m", 0, 1)).line()).isEqualTo("m f=0.0 1");
    }

    @Test
    void aDeletionKeepsItsPlaceInTime() {
        assertThat(encoder.encode(Point.delete("post", 7))).isEqualTo(PointEntry.delete("post", 7));
    }
}
