package dev.linnet.review.web;

import dev.linnet.queue.AlertBook;
import dev.linnet.queue.JobRecords;
import dev.linnet.queue.Journal;
import dev.linnet.queue.SuggestionQueue;
import java.time.Clock;

/**
 * Where the pages read and write.
 *
 * @param suggestions the queue
 * @param journal what people did
 * @param alerts the alerts
 * @param records what the job tells
 * @param vocabulary the vocabulary as it stands now
 * @param clock the time, and the zone in which a day begins
 * @param reviewer the name that stands in the journal
 */
public record Stores(
        SuggestionQueue suggestions,
        Journal journal,
        AlertBook alerts,
        JobRecords records,
        CurrentVocabulary vocabulary,
        Clock clock,
        String reviewer) {}
