package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.filter.VocabularyFeed;
import dev.linnet.pipeline.filter.VocabularySnapshot;
import dev.linnet.pipeline.phrases.EmergenceDetector;
import dev.linnet.pipeline.phrases.EmergenceState;
import dev.linnet.pipeline.phrases.HeldPost;
import dev.linnet.pipeline.phrases.PhrasePost;
import dev.linnet.pipeline.phrases.ToldPhrase;
import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.CoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises an alert when a phrase that nobody tracks comes up in relevant posts by different authors, and closes it when nobody used it
 * for {@link #SILENT}. What people decide counts more than what the scores say. Runs in one task: its memory is bounded, whatever the
 * traffic.
 */
public final class EmergingPhraseFunction extends CoProcessFunction<PhrasePost, JournalEntry, Alert>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    /** In event time. */
    static final Duration SILENT = Duration.ofHours(3);

    private static final long MINUTE = 60_000;
    private static final ListStateDescriptor<HeldPost> POSTS =
            new ListStateDescriptor<>("phrase-posts", TypeInformation.of(HeldPost.class));
    private static final ListStateDescriptor<ToldPhrase> TOLD =
            new ListStateDescriptor<>("phrases-told", TypeInformation.of(ToldPhrase.class));
    private static final ListStateDescriptor<Alert> OPEN =
            new ListStateDescriptor<>("phrases-open", TypeInformation.of(Alert.class));
    private static final ListStateDescriptor<EmergenceState> REST =
            new ListStateDescriptor<>("phrase-state", TypeInformation.of(EmergenceState.class));

    private final VocabularyFeed feed;
    private transient ListState<HeldPost> postState;
    private transient ListState<ToldPhrase> toldState;
    private transient ListState<Alert> openState;
    private transient ListState<EmergenceState> restState;
    private transient EmergenceDetector detector;
    private transient Map<String, Alert> open;
    private transient long lookedAtOpen;

    /** @param feed tells what is tracked and what is muted */
    @SuppressWarnings("NullAway.Init") // initializeState comes before anything else
    public EmergingPhraseFunction(VocabularyFeed feed) {
        this.feed = feed;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        postState = context.getOperatorStateStore().getListState(POSTS);
        toldState = context.getOperatorStateStore().getListState(TOLD);
        openState = context.getOperatorStateStore().getListState(OPEN);
        restState = context.getOperatorStateStore().getListState(REST);
        List<ToldPhrase> told = new ArrayList<>();
        toldState.get().forEach(told::add);
        Iterator<EmergenceState> rest = restState.get().iterator();
        detector = new EmergenceDetector(postState.get(), told, rest.hasNext() ? rest.next() : EmergenceState.none());
        open = new LinkedHashMap<>();
        openState.get().forEach(alert -> open.put(alert.id(), alert));
        lookedAtOpen = detector.newest();
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        postState.update(detector.held());
        toldState.update(detector.told());
        openState.update(List.copyOf(open.values()));
        restState.update(List.of(detector.state()));
    }

    @Override
    public void processElement1(PhrasePost post, Context ctx, Collector<Alert> out) {
        VocabularySnapshot vocabulary = feed.current();
        detector.add(post, text -> keywordsIn(text, vocabulary)).forEach(found -> {
            Alert alert = EmergingAlert.open(found, Instant.ofEpochMilli(detector.newest()));
            open.put(alert.id(), alert);
            out.collect(alert);
        });
        // Once in each minute, so that it looks at the same posts whether it was started anew in between or not.
        if (detector.newest() / MINUTE > lookedAtOpen / MINUTE) {
            lookedAtOpen = detector.newest();
            closeSilent(out);
        }
    }

    @Override
    public void processElement2(JournalEntry entry, Context ctx, Collector<Alert> out) {
        switch (entry.act()) {
            case APPROVE -> detector.decide(entry.subject(), true);
            case REJECT -> detector.decide(entry.subject(), false);
            case UNDO -> detector.decide(entry.subject(), null);
            default -> {}
        }
    }

    private static int keywordsIn(String text, VocabularySnapshot vocabulary) {
        return vocabulary.matcher().match(text).size()
                + vocabulary.matcher().muted(text).size();
    }

    private void closeSilent(Collector<Alert> out) {
        for (Alert alert : List.copyOf(open.values())) {
            long last =
                    Math.max(detector.lastUse(alert.subject()), alert.opened().toEpochMilli());
            if (detector.newest() - last > SILENT.toMillis()) {
                open.remove(alert.id());
                out.collect(alert.closedAt(Instant.ofEpochMilli(last)));
            }
        }
    }
}
