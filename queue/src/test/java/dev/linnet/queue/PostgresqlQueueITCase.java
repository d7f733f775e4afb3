package dev.linnet.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on a real PostgreSQL, and the faults that only a server has. */
class PostgresqlQueueITCase extends QueueContract {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private @Nullable String name;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "60")
                .start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server().close();
    }

    private static EmbeddedPostgres server() {
        if (server == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return server;
    }

    @Override
    QueueSettings settings() {
        if (name == null) {
            name = "queue" + COUNTER.incrementAndGet();
            onServer("CREATE DATABASE " + name);
        }
        return settings(name);
    }

    private static QueueSettings settings(String database) {
        String url = "jdbc:postgresql://localhost:" + server().getPort() + "/" + database;
        return QueueSettings.of(url, "postgres", null);
    }

    private static void onServer(String sql) {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Test
    void missingDatabaseIsNamedWithTheMend() {
        assertThatThrownBy(() -> QueueDatabase.open(settings("nowhere").withPatience(Duration.ofMillis(500))))
                .isInstanceOfSatisfying(
                        QueueException.class, e -> assertThat(e.isRetryable()).isFalse())
                .hasMessageContaining("/nowhere does not exist")
                .hasMessageContaining("createdb");
    }

    @Test
    void serverThatIsDownIsRetryable() {
        QueueSettings nobody = QueueSettings.of("jdbc:postgresql://localhost:1/queue", "postgres", "s3cret")
                .withPatience(Duration.ofMillis(500));
        assertThatThrownBy(() -> QueueDatabase.open(nobody))
                .isInstanceOfSatisfying(
                        QueueException.class, e -> assertThat(e.isRetryable()).isTrue())
                .hasMessageContaining("localhost:1/queue can't be reached")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void wrongRoleIsRefusedByName() {
        onServer("CREATE ROLE " + "visitor" + COUNTER.incrementAndGet() + " LOGIN");
        QueueSettings visitor =
                new QueueSettings(settings().url(), "visitor" + COUNTER.get(), null, QueueSettings.DEFAULT_PATIENCE);
        onServer("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
        assertThatThrownBy(() -> QueueDatabase.open(visitor.withPatience(Duration.ofMillis(500))))
                .isInstanceOfSatisfying(
                        QueueException.class, e -> assertThat(e.isRetryable()).isFalse())
                .hasMessageContaining("does not let the user");
    }

    @Test
    void lostConnectionsAreRetryableAndComeBack() {
        try (QueueDatabase database = QueueDatabase.open(settings())) {
            database.suggestions().offer(List.of(Samples.suggestion("x:1", 0.5)));
            onServer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            int failures = 0;
            while (failures < 10) {
                try {
                    assertThat(database.suggestions().approve("x:1", "ann", Samples.NOON))
                            .isPresent();
                    break;
                } catch (QueueException e) {
                    assertThat(e.isRetryable()).isTrue();
                    failures++;
                }
            }
            assertThat(database.journal().last()).isEqualTo(1);
        }
    }

    @Test
    void writerThatHoldsTheTurnTooLongIsRetryable() throws Exception {
        try (QueueDatabase database = QueueDatabase.open(settings().withPatience(Duration.ofMillis(300)));
                Connection other = server().getDatabase(
                                "postgres", settings().url().replaceAll(".*/", ""))
                        .getConnection();
                Statement statement = other.createStatement()) {
            database.suggestions().offer(List.of(Samples.suggestion("x:1", 0.5)));
            statement.execute("SELECT pg_advisory_lock(" + Transactions.WRITER + ")");
            assertThatThrownBy(() -> database.suggestions().approve("x:1", "ann", Samples.NOON))
                    .isInstanceOfSatisfying(
                            QueueException.class,
                            e -> assertThat(e.isRetryable()).isTrue())
                    .hasMessageContaining("locked");
            statement.execute("SELECT pg_advisory_unlock_all()");
            assertThat(database.suggestions().approve("x:1", "ann", Samples.NOON))
                    .isPresent();
        }
    }
}
