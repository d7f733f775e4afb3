package dev.linnet.review.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.StageCount;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTest {
    @Test
    void closedBalanceSaysSoAndItsPartsFillTheBar() {
        Balance balance = new Balance(List.of(
                new StageCount("read", "", 10),
                new StageCount("delivered", "", 4),
                new StageCount("filtered", "no-keyword", 5),
                new StageCount("filtered", "muted", 1)));

        assertThat(balance.isClosed()).isTrue();
        assertThat(balance.words()).startsWith("The balance closes");
        assertThat(balance.parts())
                .extracting(StatusView.Part::width)
                .containsExactly("40.000%", "0.000%", "0.000%", "60.000%", "0.000%");
        assertThat(balance.parts().get(3).reasons())
                .extracting(StatusView.ReasonCount::reason)
                .containsExactly("no keyword", "muted");
    }

    @Test
    void openBalanceTellsTheDifferenceEitherWay() {
        assertThat(new Balance(List.of(new StageCount("read", "", 3), new StageCount("delivered", "", 2))).words())
                .startsWith("1 record on the way");
        assertThat(new Balance(List.of(new StageCount("read", "", 2), new StageCount("delivered", "", 3))).words())
                .startsWith("1 record more ended");
        assertThat(new Balance(List.of()).words()).isEqualTo("Nothing was read yet.");
    }
}
