package dev.linnet.review.alerts;

import java.util.List;

/**
 * The alerts as a page shows them.
 *
 * @param lasting those that are not closed
 * @param past those that are
 */
public record AlertsView(List<AlertCard> lasting, List<AlertCard> past) {}
