package dev.linnet.pipeline.source;

import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.post.PostEvent;
import dev.linnet.queue.KeptRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Reads the posts and deletions out of raw batches. Only records that the gate names are parsed, and those that must never be
 * missed: deletions, edits and messages about the stream. What goes no further here is counted and in part kept.
 *
 * <p>The counts that it tells are {@code read}, with everything; {@code filtered} with the reasons {@code no-keyword} and {@code
 * control-*}; {@code deleted} with the reason {@code notice}; and {@code unparseable} with the reasons of {@link dev.linnet.pipeline.parse.RecordParser} and {@link
 * ReadProblem}. What is read and in none of the others has been emitted.
 */
public final class ReadPostsFunction extends ProcessFunction<RawBatch, PostEvent> {
    /** What became of the records that were not emitted, and how many were read. */
    public static final OutputTag<StageDelta> COUNTS =
            new OutputTag<>("read-counts", TypeInformation.of(StageDelta.class));

    /** Dead letters, and a sample of the records without a keyword. */
    public static final OutputTag<KeptRecord> KEPT = new OutputTag<>("read-kept", TypeInformation.of(KeptRecord.class));

    private static final long serialVersionUID = 1L;

    private final GateSupplier gates;
    private transient @Nullable BatchReading reading;
    private transient @Nullable Counter unparseable;

    /**
     * @param gates gives the gate for each batch
     */
    public ReadPostsFunction(GateSupplier gates) {
        this.gates = gates;
    }

    @Override
    public void open(OpenContext context) {
        reading = new BatchReading();
        unparseable = getRuntimeContext().getMetricGroup().counter("unparseable");
    }

    @Override
    public void processElement(RawBatch batch, Context context, Collector<PostEvent> out) {
        if (reading == null) {
            throw new IllegalStateException("the function has not been opened");
        }
        // Most records of some streams are deletions: they are counted here in one, and end wherever their post is
        // known.
        long[] deletions = {0};
        reading.read(batch, gates.gate(), new BatchReading.Results() {
            @Override
            public void event(PostEvent event) {
                if (event.kind() == PostEvent.Kind.DELETED) {
                    deletions[0]++;
                }
                out.collect(event);
            }

            @Override
            public void keep(KeptRecord record) {
                context.output(KEPT, record);
            }

            @Override
            public void count(String stage, String reason, long records) {
                if (unparseable != null && stage.equals(BatchReading.UNPARSEABLE)) {
                    unparseable.inc(records);
                }
                context.output(COUNTS, new StageDelta(stage, reason, records));
            }
        });
        if (deletions[0] > 0) {
            context.output(COUNTS, new StageDelta("deleted", "notice", deletions[0]));
        }
    }
}
