package dev.linnet.queue;

import static dev.linnet.queue.Samples.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMigrationTest {
    @TempDir
    private Path folder;

    @Test
    void suggestionOfAnEarlierVersionBeginsItsConversation() throws Exception {
        QueueSettings settings = QueueSettings.file(folder.resolve("queue.db"));
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(settings.url(), "", "")
                .locations("classpath:dev/linnet/queue/migrations")
                .table("linnet_schema")
                .target("3")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(settings.url())) {
            connection.createStatement().execute("""
                    INSERT INTO suggestion VALUES ('x:1', 'x', 'wren', 'Wren', 'moss', 'en', '', 0, '[]', 0.9, '[]', 'neutral', 0,
                      FALSE, 3, 'OPEN', 0, NULL, NULL, NULL)
                    """);
        }

        try (QueueDatabase database = QueueDatabase.open(settings)) {
            database.suggestions().offer(List.of(suggestion("x:2", 0.8, "x:1")));

            assertThat(database.suggestions().open(10))
                    .extracting(queued ->
                            queued.suggestion().id() + " " + queued.suggestion().conversation())
                    .containsExactly("x:1 x:1", "x:2 x:1");
            assertThat(database.suggestions().open(1).get(0).suggestion().links())
                    .isEmpty();
        }
    }
}
