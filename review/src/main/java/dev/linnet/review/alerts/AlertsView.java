package dev.linnet.review.alerts;

import java.util.List;

/**
 * The alerts as a page shows them.
 *
 * @param lasting those that are not closed
 * @param past those that are
 * @param silent subjects whose alerts are silent for a time
 * @param tallies how many alerts there were, and what came of them
 */
public record AlertsView(List<AlertCard> lasting, List<AlertCard> past, List<Silent> silent, List<Tally> tallies) {
    /**
     * A subject whose alerts are silent.
     *
     * @param subject the keyword or phrase
     * @param left how much longer, in words
     */
    public record Silent(String subject, String left) {}

    /**
     * What came of the alerts of a time.
     *
     * @param span the time, in words
     * @param told how many alerts
     * @param perDay how many a day
     * @param acted the share that somebody did something about, or empty without alerts
     * @param judged how many were called useful, and how many noise
     */
    public record Tally(String span, String told, String perDay, String acted, String judged) {}
}
