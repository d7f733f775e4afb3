package dev.linnet.pipeline.learn;

import dev.linnet.queue.JournalEntry;

/**
 * An entry of the journal, as it comes to the job.
 *
 * @param entry the entry
 * @param known whether a run that this one resumes had it: all but learning has heard of it, and learning begins anew
 * @param last whether it is the newest for the moment; what comes before it is part of one burst with it
 */
public record JournalNews(JournalEntry entry, boolean known, boolean last) {}
