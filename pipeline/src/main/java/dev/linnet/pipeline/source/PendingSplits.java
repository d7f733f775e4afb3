package dev.linnet.pipeline.source;

import java.util.List;

/**
 * What the enumerator keeps in a checkpoint: the splits that no reader has yet.
 *
 * @param splits in the order of reading
 */
public record PendingSplits(List<FileSplit> splits) {}
