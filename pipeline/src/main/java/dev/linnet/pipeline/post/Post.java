package dev.linnet.pipeline.post;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post, whatever its platform. When it came as a repost, this is the original; {@code via} says who reposted it.
 *
 * @param platform where it was published
 * @param id the platform's id: X's number, Bluesky's {@code did/rkey}, Mastodon's number
 * @param author the author's handle (on Bluesky the DID), lower case, without {@code @}
 * @param authorName the name shown; the handle where there is none
 * @param text the whole text, as its author wrote it (HTML removed, X's extended text used where there is one)
 * @param created when it was posted; for X the millisecond that its id holds, where it holds one
 * @param language the platform's own mark, ISO 639-1, or {@code und}
 * @param reposts how often it was reposted, as last told
 * @param likes how often it was liked, as last told
 * @param followers how many follow the author, 0 where unknown
 * @param links expanded links
 * @param hashtags without {@code #}, as written
 * @param url where it can be read
 * @param via who reposted it (handle, lower case), or empty when it came by itself
 * @param viaId the repost's own id, or empty
 * @param arrived event time of the record that brought it: the repost's time, or {@code created}
 * @param edited when this version of it was written; null for the first version
 * @param conversation the id of the post that its conversation began with, where its record tells that, else of the post that it
 *     answers; its own id where it answers none
 */
public record Post(
        Platform platform,
        String id,
        String author,
        String authorName,
        String text,
        Instant created,
        String language,
        long reposts,
        long likes,
        long followers,
        List<String> links,
        List<String> hashtags,
        String url,
        String via,
        String viaId,
        Instant arrived,
        @Nullable Instant edited,
        String conversation) {
    public Post {
        // Nothing is there in a checkpoint that an earlier version made.
        if (conversation == null || conversation.isEmpty()) {
            conversation = id;
        }
    }

    /** A post that answers none. */
    public Post(
            Platform platform,
            String id,
            String author,
            String authorName,
            String text,
            Instant created,
            String language,
            long reposts,
            long likes,
            long followers,
            List<String> links,
            List<String> hashtags,
            String url,
            String via,
            String viaId,
            Instant arrived,
            @Nullable Instant edited) {
        this(
                platform,
                id,
                author,
                authorName,
                text,
                created,
                language,
                reposts,
                likes,
                followers,
                links,
                hashtags,
                url,
                via,
                viaId,
                arrived,
                edited,
                id);
    }

    /** {@code platform:id}: what it is known by in queue, alerts and keys. */
    public String key() {
        return platform.tag() + ":" + id;
    }

    /** The same with another text. */
    public Post withText(String other) {
        return new Post(
                platform,
                id,
                author,
                authorName,
                other,
                created,
                language,
                reposts,
                likes,
                followers,
                links,
                hashtags,
                url,
                via,
                viaId,
                arrived,
                edited,
                conversation);
    }
}
