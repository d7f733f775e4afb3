package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.pipeline.windows.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The last posts with a keyword, as hashes: enough to see whether two keywords are used in the same posts.
 *
 * @param posts hashes of their keys, at most {@value #MOST}, the newest at the end
 * @param minutes when each was made, in minutes since 1970
 */
public record RecentPosts(long[] posts, long[] minutes) {
    private static final int MOST = 32;
    private static final long LONGEST = 10;

    static final RecentPosts NONE = new RecentPosts(new long[0], new long[0]);

    /** With a minute more; what is older than ten minutes is left out. */
    RecentPosts with(KeywordWindow window, long minute) {
        long[] more = window.sample().stream().mapToLong(Voice::post).toArray();
        int old = 0;
        while (old < posts.length && (minutes[old] < minute - LONGEST || posts.length - old + more.length > MOST)) {
            old++;
        }
        return new RecentPosts(
                LongStream.concat(LongStream.of(posts).skip(old), LongStream.of(more))
                        .toArray(),
                LongStream.concat(
                                LongStream.of(minutes).skip(old),
                                LongStream.range(0, more.length).map(any -> minute))
                        .toArray());
    }

    List<Long> list() {
        List<Long> list = new ArrayList<>();
        for (long post : posts) {
            list.add(post);
        }
        return list;
    }
}
