package dev.linnet.review.delivery;

import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes alerts for tests. */
final class Alerts {
    private Alerts() {}

    static Alert alert(String subject, Instant opened, @Nullable Instant closed) {
        return new Alert(
                "spike:" + subject + ":" + opened.getEpochSecond(),
                Alert.Kind.SPIKE,
                "warning",
                subject,
                "“" + subject + "” spikes: 4 × the usual",
                "12 posts by 9 authors.",
                opened,
                closed,
                12,
                3,
                0.7,
                List.of(1.0, 12.0),
                List.of(new Alert.DrivingPost(
                        "x:1", "ana", "see <!channel> & <http://evil|this>", "https://example.org/1")),
                List.of("nest"),
                9,
                0.1);
    }
}
