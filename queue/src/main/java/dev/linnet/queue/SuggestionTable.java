package dev.linnet.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of the suggestions, read and written within the caller's transaction. */
final class SuggestionTable {
    private static final String OFFER = """
            INSERT INTO suggestion (id, platform, author, author_name, body, language, url, created, keywords, relevance,
              explanation, sentiment, sentiment_score, is_volatile, reach, links, conversation, state, queued)
            SELECT :id, :platform, :author, :authorName, :body, :language, :url, :created, :keywords, :relevance,
              :explanation, :sentiment, :sentimentScore, :isVolatile, :reach, :links,
              COALESCE((SELECT known.conversation FROM suggestion known WHERE known.id = :conversation), :conversation),
              'OPEN', :queued
            WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE tombstone.id = :id)
            ON CONFLICT (id) DO UPDATE SET
              relevance = excluded.relevance,
              explanation = excluded.explanation,
              reach = excluded.reach
            WHERE suggestion.state = 'OPEN'
            """;

    /** What answers a suggestion belongs to the conversation that the suggestion belongs to, whichever came first. */
    private static final String JOIN = """
            UPDATE suggestion SET conversation = (SELECT head.conversation FROM suggestion head WHERE head.id = :id)
            WHERE conversation = :id AND id <> :id AND EXISTS (SELECT 1 FROM suggestion head WHERE head.id = :id)
            """;

    private static final String LINK = """
            INSERT INTO suggestion_link (link, id)
            SELECT :link, :id WHERE EXISTS (SELECT 1 FROM suggestion WHERE suggestion.id = :id)
            ON CONFLICT (link, id) DO NOTHING
            """;

    /** Whether another of its conversation, or with a link in common, was approved or rejected. */
    private static final String SETTLED = """
            (EXISTS (SELECT 1 FROM suggestion other
                     WHERE other.conversation = suggestion.conversation AND other.decision IS NOT NULL)
             OR EXISTS (SELECT 1 FROM suggestion_link mine
                        JOIN suggestion_link theirs ON theirs.link = mine.link
                        JOIN suggestion other ON other.id = theirs.id
                        WHERE mine.id = suggestion.id AND other.decision IS NOT NULL))
            """;

    private SuggestionTable() {}

    static void offer(Handle handle, List<Suggestion> suggestions, Instant now) {
        PreparedBatch batch = handle.prepareBatch(OFFER);
        for (Suggestion suggestion : suggestions) {
            bind(batch, suggestion).bind("queued", Columns.micros(now)).add();
        }
        batch.execute();
        join(handle, suggestions);
        link(handle, suggestions);
    }

    private static void join(Handle handle, List<Suggestion> suggestions) {
        PreparedBatch batch = handle.prepareBatch(JOIN);
        suggestions.stream()
                .filter(suggestion -> !suggestion.conversation().equals(suggestion.id()))
                .forEach(answer -> batch.bind("id", Columns.text(answer.id())).add());
        batch.execute();
    }

    private static void link(Handle handle, List<Suggestion> suggestions) {
        PreparedBatch batch = handle.prepareBatch(LINK);
        for (Suggestion suggestion : suggestions) {
            for (String link : suggestion.links()) {
                batch.bind("link", Columns.text(link))
                        .bind("id", Columns.text(suggestion.id()))
                        .add();
            }
        }
        batch.execute();
    }

    private static PreparedBatch bind(PreparedBatch batch, Suggestion suggestion) {
        suggestion.explanation().forEach(reason -> Columns.finite(reason.kind() + ":" + reason.name(), reason.value()));
        return batch.bind("id", Columns.text(suggestion.id()))
                .bind("platform", Columns.text(suggestion.platform()))
                .bind("author", Columns.text(suggestion.author()))
                .bind("authorName", Columns.text(suggestion.authorName()))
                .bind("body", Columns.text(suggestion.text()))
                .bind("language", Columns.text(suggestion.language()))
                .bind("url", Columns.text(suggestion.url()))
                .bind("created", Columns.micros(suggestion.created()))
                .bind("keywords", Columns.json(suggestion.keywords()))
                .bind("relevance", Columns.finite("the relevance of " + suggestion.id(), suggestion.relevance()))
                .bind("explanation", Columns.json(suggestion.explanation()))
                .bind("sentiment", Columns.text(suggestion.sentiment()))
                .bind(
                        "sentimentScore",
                        Columns.finite("the sentiment of " + suggestion.id(), suggestion.sentimentScore()))
                .bind("isVolatile", suggestion.isVolatile())
                .bind("reach", suggestion.reach())
                .bind("links", Columns.json(suggestion.links()))
                .bind("conversation", Columns.text(suggestion.conversation()));
    }

    static void withdraw(Handle handle, List<String> ids) {
        each(handle, "DELETE FROM suggestion WHERE id = :id AND state = 'OPEN'", ids);
        each(handle, """
                DELETE FROM suggestion_link
                WHERE id = :id AND NOT EXISTS (SELECT 1 FROM suggestion WHERE suggestion.id = :id)
                """, ids);
    }

    static void delete(Handle handle, List<String> ids) {
        each(handle, "DELETE FROM suggestion WHERE id = :id", ids);
        each(handle, "DELETE FROM suggestion_link WHERE id = :id", ids);
    }

    private static void each(Handle handle, String sql, List<String> ids) {
        PreparedBatch batch = handle.prepareBatch(sql);
        ids.forEach(id -> batch.bind("id", id).add());
        batch.execute();
    }

    static List<QueuedSuggestion> open(Handle handle, int limit) {
        return best(handle, " AND NOT " + SETTLED, limit);
    }

    static List<QueuedSuggestion> settled(Handle handle, int limit) {
        return best(handle, " AND " + SETTLED, limit);
    }

    private static List<QueuedSuggestion> best(Handle handle, String which, int limit) {
        return handle.createQuery("SELECT * FROM suggestion WHERE state = 'OPEN'" + which
                        + " ORDER BY relevance DESC, created DESC, id LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> queued(row))
                .list();
    }

    /** Open suggestions that came in the queue before a moment, the oldest first. */
    static List<QueuedSuggestion> openSince(Handle handle, Instant before, int limit) {
        return handle.createQuery("""
                        SELECT * FROM suggestion WHERE state = 'OPEN' AND queued < :before
                        ORDER BY queued, id LIMIT :limit
                        """)
                .bind("before", Columns.micros(before))
                .bind("limit", limit)
                .map((row, context) -> queued(row))
                .list();
    }

    /** Lets an open suggestion expire. It has no decision, so none can be taken back. */
    static void expire(Handle handle, JournalEntry entry) {
        handle.createUpdate("""
                        UPDATE suggestion SET state = 'EXPIRED', decided = :decided, decided_by = :who WHERE id = :id
                        """)
                .bind("id", entry.subject())
                .bind("decided", Columns.micros(entry.at()))
                .bind("who", entry.who())
                .execute();
    }

    static long countOpen(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM suggestion WHERE state = 'OPEN' AND NOT " + SETTLED)
                .mapTo(Long.class)
                .one();
    }

    static List<QueuedSuggestion> decided(Handle handle, int limit) {
        return handle.createQuery("""
                        SELECT * FROM suggestion WHERE decision IS NOT NULL ORDER BY decision DESC LIMIT :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> queued(row))
                .list();
    }

    static boolean isSettled(Handle handle, String id) {
        return handle.createQuery("SELECT COUNT(*) FROM suggestion WHERE id = :id AND " + SETTLED)
                        .bind("id", id)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static Optional<QueuedSuggestion> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM suggestion WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> queued(row))
                .findOne();
    }

    /** The journal's number of the decision on a suggestion, if there is one. */
    static Optional<Long> decisionOn(Handle handle, String id) {
        return handle.createQuery("SELECT decision FROM suggestion WHERE id = :id AND decision IS NOT NULL")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    static void decide(Handle handle, String id, SuggestionState state, JournalEntry entry) {
        handle.createUpdate("""
                        UPDATE suggestion
                        SET state = :state, decided = :decided, decided_by = :decidedBy, decision = :decision
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("state", state.name())
                .bind("decided", Columns.micros(entry.at()))
                .bind("decidedBy", entry.who())
                .bind("decision", entry.sequence())
                .execute();
    }

    static void reopen(Handle handle, String id) {
        handle.createUpdate("""
                        UPDATE suggestion SET state = 'OPEN', decided = NULL, decided_by = NULL, decision = NULL
                        WHERE id = :id
                        """).bind("id", id).execute();
    }

    private static QueuedSuggestion queued(ResultSet row) throws SQLException {
        return new QueuedSuggestion(
                suggestion(row),
                SuggestionState.valueOf(row.getString("state")),
                Columns.time(row.getLong("queued")),
                Columns.timeOrNull(row, "decided"),
                row.getString("decided_by"));
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                row.getString("id"),
                row.getString("platform"),
                row.getString("author"),
                row.getString("author_name"),
                row.getString("body"),
                row.getString("language"),
                row.getString("url"),
                Columns.time(row.getLong("created")),
                Columns.strings(row.getString("keywords")),
                row.getDouble("relevance"),
                Columns.contributions(row.getString("explanation")),
                row.getString("sentiment"),
                row.getDouble("sentiment_score"),
                row.getBoolean("is_volatile"),
                row.getLong("reach"),
                row.getString("conversation"),
                Columns.strings(row.getString("links")));
    }
}
