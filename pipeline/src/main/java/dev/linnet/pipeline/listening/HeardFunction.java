package dev.linnet.pipeline.listening;

import dev.linnet.pipeline.post.PostEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Makes of the records the minutes (since 1970) in which there were any; each hardly more than once, so that they cost nothing. */
public final class HeardFunction extends ProcessFunction<PostEvent, Long> {
    private static final long serialVersionUID = 1L;
    private static final long MINUTE = 60_000;
    private static final int REMEMBERED = 128;

    private transient Map<Long, Boolean> told;

    @Override
    @SuppressWarnings("NullAway.Init")
    public void open(OpenContext context) {
        told = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    @Override
    public void processElement(PostEvent event, Context ctx, Collector<Long> out) {
        Long time = ctx.timestamp();
        long minute = Math.floorDiv(time == null ? event.at().toEpochMilli() : time, MINUTE);
        if (told.put(minute, true) == null) {
            out.collect(minute);
        }
    }
}
