package dev.linnet.pipeline.source;

/**
 * A batch on its way from the fetching thread to the stream.
 *
 * @param batch what the stream gets
 * @param next where reading goes on after it: the position for the checkpoint
 */
record Chunk(RawBatch batch, long next) {}
