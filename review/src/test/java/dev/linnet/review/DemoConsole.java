package dev.linnet.review;

import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A console with invented data, to look at: {@code DemoConsole [PORT]} runs until it is ended. */
public final class DemoConsole {
    private DemoConsole() {}

    public static void main(String[] arguments) throws Exception {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ConsoleSettings.DEFAULT_PORT;
        Clock clock = Clock.systemDefaultZone();
        Path folder = Files.createTempDirectory("linnet-console");
        try (QueueDatabase database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")))) {
            new InventedData(clock.instant()).fill(database);
            try (Console console = Console.start(
                    ConsoleSettings.local().withPort(port),
                    database.suggestions(),
                    database.journal(),
                    database.alerts(),
                    database.records(),
                    () -> InventedData.VOCABULARY,
                    clock)) {
                System.out.println(console.url());
                Thread.currentThread().join();
            }
        }
    }
}
