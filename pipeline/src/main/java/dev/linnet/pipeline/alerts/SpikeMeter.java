package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeReading;
import dev.linnet.pipeline.windows.KeywordWindow;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is measured of a keyword's minutes, and its detector.
 *
 * @param what {@link Watched#RELEVANCE} or {@link Watched#COUNTS}
 * @param detector goes on from its state
 */
record SpikeMeter(Watched what, SpikeDetector detector) {
    /** Takes a minute in; null for one in which nobody used the keyword. */
    SpikeReading next(long minute, @Nullable KeywordWindow window) {
        return detector.next(minute, window == null ? 0 : value(window));
    }

    /** What an author posts more than once in a minute counts once; of a minute whose posts were all edited away nothing is left. */
    private double value(KeywordWindow window) {
        if (window.posts() == 0) {
            return 0;
        }
        return what == Watched.COUNTS ? window.authors() : window.relevanceSum() * window.authors() / window.posts();
    }

    boolean goesOn() {
        return detector.episode().goesOn();
    }
}
