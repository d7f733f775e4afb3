package dev.linnet.queue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The job's records in the queue database. */
final class SqlJobRecords implements JobRecords {
    private static final int MINUTES_OF_EACH_KEYWORD = 1_440;
    private static final String PUT_COUNT = """
            INSERT INTO stage_count (stage, reason, total) VALUES (:stage, :reason, :total)
            ON CONFLICT (stage, reason) DO UPDATE SET total = excluded.total WHERE excluded.total > stage_count.total
            """;
    private static final String PUT_WEIGHT = """
            INSERT INTO weight (kind, name, mean, deviation, decisions)
            VALUES (:kind, :name, :mean, :deviation, :decisions)
            ON CONFLICT (kind, name) DO UPDATE SET
              mean = excluded.mean, deviation = excluded.deviation, decisions = excluded.decisions
            """;
    private static final String PUT_MINUTE = """
            INSERT INTO keyword_minute (keyword, minute, posts, authors, relevance_sum, sentiment_mean)
            VALUES (:keyword, :minute, :posts, :authors, :relevanceSum, :sentimentMean)
            ON CONFLICT (keyword, minute) DO UPDATE SET
              posts = excluded.posts, authors = excluded.authors, relevance_sum = excluded.relevance_sum,
              sentiment_mean = excluded.sentiment_mean
            """;
    private static final String PRUNE_MINUTES = """
            DELETE FROM keyword_minute WHERE keyword = :keyword AND minute < (
              SELECT minute FROM keyword_minute WHERE keyword = :keyword
              ORDER BY minute DESC LIMIT 1 OFFSET :newest)
            """;
    private static final String TOTALS = """
            SELECT keyword, SUM(posts) AS posts, SUM(relevance_sum) AS relevance_sum,
              SUM(sentiment_mean * posts) AS sentiment_sum
            FROM keyword_minute GROUP BY keyword ORDER BY 3 DESC, keyword LIMIT :limit
            """;

    private final Transactions transactions;

    SqlJobRecords(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void putCounts(List<StageCount> counts) {
        if (!counts.isEmpty()) {
            transactions.write(handle -> {
                PreparedBatch batch = handle.prepareBatch(PUT_COUNT);
                counts.forEach(count -> batch.bind("stage", Columns.text(count.stage()))
                        .bind("reason", Columns.text(count.reason()))
                        .bind("total", count.count())
                        .add());
                batch.execute();
            });
        }
    }

    @Override
    public List<StageCount> counts() {
        return transactions.read(handle -> handle.createQuery("SELECT * FROM stage_count ORDER BY stage, reason")
                .map((row, context) ->
                        new StageCount(row.getString("stage"), row.getString("reason"), row.getLong("total")))
                .list());
    }

    @Override
    public void clearCounts() {
        transactions.write(handle -> handle.execute("DELETE FROM stage_count"));
    }

    @Override
    public void putWeights(List<WeightRow> weights) {
        if (!weights.isEmpty()) {
            transactions.write(handle -> {
                PreparedBatch batch = handle.prepareBatch(PUT_WEIGHT);
                weights.forEach(weight -> bind(batch, weight).add());
                batch.execute();
            });
        }
    }

    private static PreparedBatch bind(PreparedBatch batch, WeightRow weight) {
        String key = weight.kind() + ":" + weight.name();
        return batch.bind("kind", Columns.text(weight.kind()))
                .bind("name", Columns.text(weight.name()))
                .bind("mean", Columns.finite("the weight of " + key, weight.mean()))
                .bind("deviation", Columns.finite("the deviation of " + key, weight.deviation()))
                .bind("decisions", weight.decisions());
    }

    @Override
    public void clearWeights() {
        transactions.write(handle -> handle.execute("DELETE FROM weight"));
    }

    @Override
    public List<WeightRow> weights(int limit) {
        return transactions.read(
                handle -> handle.createQuery("SELECT * FROM weight ORDER BY ABS(mean) DESC, kind, name LIMIT :limit")
                        .bind("limit", limit)
                        .map((row, context) -> new WeightRow(
                                row.getString("kind"),
                                row.getString("name"),
                                row.getDouble("mean"),
                                row.getDouble("deviation"),
                                row.getLong("decisions")))
                        .list());
    }

    @Override
    public void putMinutes(List<KeywordMinute> minutes) {
        if (!minutes.isEmpty()) {
            transactions.write(handle -> putMinutes(handle, minutes));
        }
    }

    private static void putMinutes(Handle handle, List<KeywordMinute> minutes) {
        Set<String> keywords = new LinkedHashSet<>();
        PreparedBatch batch = handle.prepareBatch(PUT_MINUTE);
        for (KeywordMinute minute : minutes) {
            String keyword = Columns.text(minute.keyword());
            keywords.add(keyword);
            batch.bind("keyword", keyword)
                    .bind("minute", Columns.micros(minute.minute()))
                    .bind("posts", minute.posts())
                    .bind("authors", minute.authors())
                    .bind("relevanceSum", Columns.finite("the relevance of " + keyword, minute.relevanceSum()))
                    .bind("sentimentMean", Columns.finite("the sentiment of " + keyword, minute.sentimentMean()))
                    .add();
        }
        batch.execute();
        PreparedBatch prune = handle.prepareBatch(PRUNE_MINUTES);
        keywords.forEach(keyword -> prune.bind("keyword", keyword)
                .bind("newest", MINUTES_OF_EACH_KEYWORD - 1)
                .add());
        prune.execute();
    }

    @Override
    public List<KeywordMinute> minutes(String keyword, int limit) {
        return transactions.read(handle -> handle.createQuery("""
                        SELECT * FROM (
                          SELECT * FROM keyword_minute WHERE keyword = :keyword ORDER BY minute DESC LIMIT :limit
                        ) newest ORDER BY minute
                        """)
                .bind("keyword", Columns.text(keyword))
                .bind("limit", limit)
                .map((row, context) -> new KeywordMinute(
                        row.getString("keyword"),
                        Columns.time(row.getLong("minute")),
                        row.getLong("posts"),
                        row.getLong("authors"),
                        row.getDouble("relevance_sum"),
                        row.getDouble("sentiment_mean")))
                .list());
    }

    @Override
    public List<KeywordTotal> keywordTotals(int limit) {
        return transactions.read(handle -> handle.createQuery(TOTALS)
                .bind("limit", limit)
                .map((row, context) -> {
                    long posts = row.getLong("posts");
                    double sentiment = posts == 0 ? 0 : row.getDouble("sentiment_sum") / posts;
                    return new KeywordTotal(row.getString("keyword"), posts, row.getDouble("relevance_sum"), sentiment);
                })
                .list());
    }

    @Override
    public void keep(List<KeptRecord> records) {
        if (!records.isEmpty()) {
            transactions.write(handle -> KeptRecordTable.keep(handle, records));
        }
    }

    @Override
    public List<KeptRecord> kept(String stage, int limit) {
        return transactions.read(handle -> KeptRecordTable.kept(handle, stage, limit));
    }
}
