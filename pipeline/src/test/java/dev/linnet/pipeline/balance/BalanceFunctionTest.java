package dev.linnet.pipeline.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.StageCount;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class BalanceFunctionTest {
    @Test
    void totalsAreToldOnceASecondAndAtTheEnd() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, StageDelta, StageCount> harness =
                ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                        new BalanceFunction(), BalanceFunction::key, Types.STRING)) {
            harness.setProcessingTime(0);
            harness.processElement(new StageDelta("read", "", 5), 0);
            harness.processElement(new StageDelta("read", "", 7), 0);
            assertThat(harness.extractOutputValues()).isEmpty();

            harness.setProcessingTime(1_000);
            assertThat(harness.extractOutputValues()).containsExactly(new StageCount("read", "", 12));

            harness.processElement(new StageDelta("read", "", 1), 0);
            harness.processElement(new StageDelta("filtered", "muted", 2), 0);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.extractOutputValues())
                    .contains(new StageCount("read", "", 13), new StageCount("filtered", "muted", 2));
            assertThat(harness.getSideOutput(BalanceFunction.POINTS))
                    .extracting(point -> point.getValue().tags().get("reason"))
                    .contains("none", "muted");
        }
    }
}
