package dev.linnet.queue;

/**
 * A line of the job's balance: how many records ended at a stage for a reason, since the job's first start.
 *
 * @param stage {@code read}, {@code unparseable}, {@code filtered}, {@code duplicate}, {@code deleted} or {@code delivered}
 * @param reason why, such as {@code no-keyword}, {@code muted}, {@code repost}, {@code near-copy}; empty when there is only one
 * @param count the total
 */
public record StageCount(String stage, String reason, long count) {}
