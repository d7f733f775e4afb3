package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.testkit.Repository;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** docs/commands.md tells of every command and every option that there is. */
class CommandsPageTest {
    private static final List<String> OF_ALL = List.of("--help", "--version", "--verbose");

    @Test
    void everyCommandStandsOnThePageWithItsOptionsAndAnExample() throws Exception {
        String page = Files.readString(Repository.file("docs/commands.md"));
        for (Map.Entry<String, CommandLine> command :
                Linnet.commandLine().getSubcommands().entrySet()) {
            Matcher section = Pattern.compile("(?sm)^## " + command.getKey() + "$(.*?)(?=^## |\\z)")
                    .matcher(page);
            assertThat(section.find()).as("section of " + command.getKey()).isTrue();
            String text = section.group(1);
            assertThat(text).as(command.getKey()).contains("linnet " + command.getKey());
            for (OptionSpec option : command.getValue().getCommandSpec().options()) {
                if (!OF_ALL.contains(option.longestName())) {
                    assertThat(text).as(command.getKey()).contains(option.longestName());
                }
            }
        }
    }
}
