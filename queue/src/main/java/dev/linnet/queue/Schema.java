package dev.linnet.queue;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the schema up to date, and refuses a database that a newer version made. */
final class Schema {
    private static final Object ONE_AT_A_TIME = new Object();
    private static final int ATTEMPTS = 5;

    private Schema() {}

    static void bringUpToDate(DataSource connections, QueueSettings settings) {
        try {
            Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(connections)
                    .locations("classpath:dev/linnet/queue/migrations")
                    .table("linnet_schema")
                    .ignoreMigrationPatterns("*:future")
                    .load();
            synchronized (ONE_AT_A_TIME) {
                refuseNewer(flyway, settings);
                migrate(flyway);
            }
        } catch (FlywayException e) {
            throw Faults.named(settings, e);
        }
    }

    private static void refuseNewer(Flyway flyway, QueueSettings settings) {
        Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().name().startsWith("FUTURE"))
                .map(MigrationInfo::getVersion)
                .findFirst()
                .ifPresent(version -> {
                    throw new QueueException(
                            "the queue database " + settings.shown() + " was made by a newer Linnet (its schema is "
                                    + version + "): run that version, or name another database",
                            false,
                            null);
                });
    }

    /** Tries again when another process made the same step: SQLite has no lock for that. */
    private static void migrate(Flyway flyway) {
        for (int attempt = 1; ; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException e) {
                if (attempt == ATTEMPTS || Faults.isHopeless(e)) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(50L * attempt).toNanos());
            }
        }
    }
}
