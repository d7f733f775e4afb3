package dev.linnet.queue;

import java.util.List;

/** What the job tells the console beside suggestions and alerts: its balance, weights, trends, and what it left out. */
public interface JobRecords {
    /** Writes totals; a total never goes back within a run of the job. */
    void putCounts(List<StageCount> counts);

    /** The balance. */
    List<StageCount> counts();

    /** Forgets the balance, at the start of a run that does not resume another. */
    void clearCounts();

    /** Writes learnt weights. */
    void putWeights(List<WeightRow> weights);

    /** Forgets all weights, before a run of the job tells all of its own. */
    void clearWeights();

    /** All learnt weights, largest absolute mean first. */
    List<WeightRow> weights(int limit);

    /** Writes keyword minutes; the newest 1,440 of each keyword are kept. */
    void putMinutes(List<KeywordMinute> minutes);

    /** The newest minutes of a keyword, oldest first. */
    List<KeywordMinute> minutes(String keyword, int limit);

    /** Posts and relevance of each keyword over its kept minutes, most relevant first. */
    List<KeywordTotal> keywordTotals(int limit);

    /** Keeps records that went no further; the newest 1,000 of each stage and reason are kept. */
    void keep(List<KeptRecord> records);

    /** Kept records of a stage, newest first. */
    List<KeptRecord> kept(String stage, int limit);

    /**
     * A keyword's totals.
     *
     * @param keyword the keyword
     * @param posts relevant posts
     * @param relevanceSum the sum of their relevance
     * @param sentimentMean the mean of their sentiment score
     */
    record KeywordTotal(String keyword, long posts, double relevanceSum, double sentimentMean) {}
}
