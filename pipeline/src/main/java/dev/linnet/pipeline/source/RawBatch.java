package dev.linnet.pipeline.source;

import org.jspecify.annotations.Nullable;

/**
 * A run of whole lines as they stand in their source, a record on each; the last may lack its newline.
 *
 * @param bytes holds the lines from index 0; may be longer than they are
 * @param length how many bytes are lines
 * @param origin the source's name: for a file its path
 * @param offset where in the origin's (uncompressed) data the first byte stands
 * @param problem why these bytes are no records, or null where they are; the bytes are then the beginning of what failed
 */
public record RawBatch(
        byte[] bytes,
        int length,
        String origin,
        long offset,
        @Nullable ReadProblem problem) {}
