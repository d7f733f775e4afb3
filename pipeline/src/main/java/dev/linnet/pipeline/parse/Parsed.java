package dev.linnet.pipeline.parse;

import dev.linnet.pipeline.post.PostEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one record turned out to be.
 *
 * @param kind which of the kinds
 * @param event the post or deletion, null for other kinds
 * @param reason the control message's name, or why the record could not be parsed; a word of a small fixed set; empty for
 *     events
 */
public record Parsed(Kind kind, @Nullable PostEvent event, String reason) {
    /** Kinds of record. */
    public enum Kind {
        /** A post or a deletion. */
        EVENT,
        /** Something that the platform says about the stream or about things other than posts. */
        CONTROL,
        /** No record that is known here. */
        UNPARSEABLE
    }

    static Parsed event(PostEvent event) {
        return new Parsed(Kind.EVENT, event, "");
    }

    static Parsed control(String name) {
        return new Parsed(Kind.CONTROL, null, name);
    }

    static Parsed unparseable(String reason) {
        return new Parsed(Kind.UNPARSEABLE, null, reason);
    }

    /** The post or deletion of a record that is one. */
    public PostEvent requireEvent() {
        return Objects.requireNonNull(event, () -> kind + " has no event");
    }
}
