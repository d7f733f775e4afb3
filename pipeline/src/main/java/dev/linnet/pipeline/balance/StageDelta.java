package dev.linnet.pipeline.balance;

/**
 * Records that ended at a stage for a reason since the last word of it: a step of the job's balance.
 *
 * @param stage {@code read}, {@code unparseable}, {@code filtered}, {@code duplicate}, {@code deleted} or {@code delivered}
 * @param reason why; empty when there is only one
 * @param count how many, at least 1
 */
public record StageDelta(String stage, String reason, long count) {}
