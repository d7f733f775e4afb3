package dev.linnet.pipeline.config;

import dev.linnet.pipeline.config.LinnetConfig.Author;
import dev.linnet.pipeline.config.LinnetConfig.ConsoleSection;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code console}. */
final class ConsoleReader {
    private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "::1");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern V4 = Pattern.compile("(" + OCTET + "(?:\\." + OCTET + "){3})(?:/(\\d{1,2}))?");
    private static final Pattern V6 = Pattern.compile("([0-9a-fA-F:]+:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

    private ConsoleReader() {}

    static ConsoleSection read(YamlSection section, Author author) {
        List<String> allowedHosts = allowedHosts(section);
        ConsoleSection console = new ConsoleSection(
                section.bool("enabled", true),
                section.string("host", "127.0.0.1"),
                section.integer("port", 8090, 0, 65_535),
                section.optional("password"),
                allowedHosts,
                trustedProxies(section, allowedHosts));
        checkPassword(section, console, author);
        section.finish();
        return console;
    }

    private static void checkPassword(YamlSection section, ConsoleSection console, Author author) {
        if (section.hasProblem("password")) {
            return;
        }
        if (section.mentions("password")) {
            String password = Objects.requireNonNullElse(console.password(), "");
            List<String> personal = new ArrayList<>(author.handles());
            personal.add(author.name());
            boolean isExposed =
                    !isLoopback(console.host()) || !console.allowedHosts().isEmpty();
            new PasswordRule(personal, isExposed)
                    .problem(password)
                    .ifPresent(problem -> section.problem("password", problem));
            return;
        }
        if (!isLoopback(console.host())) {
            section.problem(
                    "password",
                    "is needed when the console listens on " + console.host()
                            + ", where others can reach it: password: ${LINNET_CONSOLE_PASSWORD}");
        }
        if (!console.allowedHosts().isEmpty()) {
            section.problem(
                    "allowed-hosts",
                    "needs a password, because a proxy lets others reach the console:"
                            + " password: ${LINNET_CONSOLE_PASSWORD}");
        }
    }

    private static List<String> allowedHosts(YamlSection section) {
        List<String> hosts = new ArrayList<>();
        for (String host : section.strings("allowed-hosts")) {
            String name = host.strip().toLowerCase(Locale.ROOT);
            if (HOST.matcher(name).matches()) {
                hosts.add(name);
            } else {
                section.problem(
                        "allowed-hosts",
                        "is a list of names such as linnet.example.org, without scheme, port or path, not '" + host
                                + "'");
            }
        }
        return List.copyOf(hosts);
    }

    /** Where no proxy serves the console, a program of this machine must not pass for one. */
    private static List<String> trustedProxies(YamlSection section, List<String> allowedHosts) {
        if (!section.has("trusted-proxies")) {
            section.strings("trusted-proxies");
            return allowedHosts.isEmpty() ? List.of() : THIS_MACHINE;
        }
        List<String> proxies = new ArrayList<>();
        for (String text : section.strings("trusted-proxies")) {
            String range = text.strip();
            if (isRange(range)) {
                proxies.add(range);
            } else {
                section.problem(
                        "trusted-proxies",
                        "is a list of addresses or ranges such as 10.0.0.5 or 10.0.0.0/8, not '" + text + "'");
            }
        }
        return List.copyOf(proxies);
    }

    private static boolean isRange(String text) {
        Matcher v4 = V4.matcher(text);
        if (v4.matches()) {
            return fits(v4.group(v4.groupCount()), Integer.SIZE);
        }
        Matcher v6 = V6.matcher(text);
        return v6.matches() && isV6(String.valueOf(v6.group(1))) && fits(v6.group(2), 128);
    }

    private static boolean fits(@Nullable String bits, int length) {
        return bits == null || Integer.parseInt(bits) <= length;
    }

    private static boolean isV6(String literal) {
        try {
            // A text with colons is an address or malformed; it is never looked up as a name.
            return InetAddress.getByName(literal).getAddress().length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.equals("[::1]") || host.startsWith("127.");
    }
}
