package dev.linnet.cli;

import dev.linnet.keywords.mining.ReadingRules;
import picocli.CommandLine.Option;

/** The option {@code --allow-loopback}, and the rules of reading that it makes. */
final class LoopbackOption {
    @Option(names = "--allow-loopback", description = "Read addresses of this machine too, such as localhost:4000.")
    private boolean allowed;

    ReadingRules rules() {
        return ReadingRules.standard().withLoopback(allowed);
    }
}
