package dev.linnet.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.linnet.keywords.weighting.Lesson;
import dev.linnet.keywords.weighting.Weight;
import dev.linnet.pipeline.alerts.AlertGroup;
import dev.linnet.pipeline.alerts.MoodNotes;
import dev.linnet.pipeline.alerts.MoodPost;
import dev.linnet.pipeline.alerts.Raised;
import dev.linnet.pipeline.alerts.RecentPosts;
import dev.linnet.pipeline.alerts.SpikeNotes;
import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.dedupe.CopyGroup;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.dedupe.PostNews;
import dev.linnet.pipeline.dedupe.Standing;
import dev.linnet.pipeline.dedupe.Track;
import dev.linnet.pipeline.enrich.ReadPost;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.learn.JournalNews;
import dev.linnet.pipeline.learn.WeightUpdate;
import dev.linnet.pipeline.listening.Gap;
import dev.linnet.pipeline.listening.Listening;
import dev.linnet.pipeline.listening.MinuteNews;
import dev.linnet.pipeline.mood.MoodState;
import dev.linnet.pipeline.phrases.EmergenceState;
import dev.linnet.pipeline.phrases.HeldPost;
import dev.linnet.pipeline.phrases.PhrasePost;
import dev.linnet.pipeline.phrases.ToldPhrase;
import dev.linnet.pipeline.relevance.ScoredPost;
import dev.linnet.pipeline.spikes.SpikeState;
import dev.linnet.pipeline.windows.Mentioned;
import dev.linnet.pipeline.windows.MinuteMarks;
import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.KeywordMinute;
import dev.linnet.queue.StageCount;
import dev.linnet.sinks.points.Point;
import dev.linnet.sinks.queue.QueueCommand;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows and what is kept is serialized by Flink's own serializers. */
class FunctionTypesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                Candidate.class,
                PostNews.class,
                PostChange.class,
                Track.class,
                CopyGroup.class,
                Standing.class,
                ReadPost.class,
                ScoredPost.class,
                JournalNews.class,
                WeightUpdate.class,
                Weight.class,
                Lesson.class,
                StageDelta.class,
                StageCount.class,
                JournalEntry.class,
                KeptRecord.class,
                KeywordMinute.class,
                Alert.class,
                PhrasePost.class,
                HeldPost.class,
                EmergenceState.class,
                ToldPhrase.class,
                Gap.class,
                Listening.class,
                MinuteNews.class,
                MoodState.class,
                MoodPost.class,
                MoodNotes.class,
                SpikeNotes.class,
                SpikeState.class,
                MinuteMarks.class,
                Mentioned.class,
                RecentPosts.class,
                Raised.class,
                AlertGroup.class,
                Point.class,
                QueueCommand.class
            })
    void needsNoKryo(Class<?> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        assertThatCode(() -> TypeInformation.of(type).createSerializer(config)).doesNotThrowAnyException();
    }
}
