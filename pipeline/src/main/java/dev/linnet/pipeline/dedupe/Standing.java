package dev.linnet.pipeline.dedupe;

import java.time.Instant;
import java.util.List;

/**
 * How a post stands in the outputs, as {@link SettleFunction} remembers it.
 *
 * @param revision the newest version that anything was heard of
 * @param created when the post was made, in the version that was put last
 * @param keywords the keywords of that version
 * @param shown whether it stands in the outputs
 * @param deleted whether it is gone for ever
 */
public record Standing(int revision, Instant created, List<String> keywords, boolean shown, boolean deleted) {}
