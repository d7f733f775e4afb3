package dev.linnet.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the console is served, and to whom.
 *
 * @param host the address to listen on; anything but loopback needs a password
 * @param port the port to listen on; 0 lets the system choose
 * @param password what the reviewer logs in with, at least 8 characters, or null for no login
 * @param reviewer the name that stands in the journal
 * @param title the name shown at the top of each page
 * @param dailyBudget how many decisions a day the author has time for, at least 1
 * @param allowedHosts the names by which a reverse proxy serves the console, in lower case; needs a password
 * @param trustedProxies addresses or ranges of the proxies that are believed who the client is
 */
public record ConsoleSettings(
        String host,
        int port,
        @Nullable String password,
        String reviewer,
        String title,
        int dailyBudget,
        List<String> allowedHosts,
        List<String> trustedProxies) {
    /** The port used when none is given. */
    public static final int DEFAULT_PORT = 8787;

    private static final int MIN_PASSWORD = 8;

    public ConsoleSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the console's host must not be blank; 127.0.0.1 is this machine alone");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the console's port must be 0 to 65535, but is " + port);
        }
        if (password != null && (password.isBlank() || password.codePointCount(0, password.length()) < MIN_PASSWORD)) {
            throw new IllegalArgumentException("the console's password must have at least " + MIN_PASSWORD
                    + " characters; leave it out for no login");
        }
        if (reviewer.isBlank()) {
            throw new IllegalArgumentException("the reviewer must have a name: it stands in the journal");
        }
        if (dailyBudget < 1) {
            throw new IllegalArgumentException("the console's daily budget must be at least 1, but is " + dailyBudget);
        }
        allowedHosts = List.copyOf(allowedHosts);
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** Settings without a reverse proxy. */
    public ConsoleSettings(
            String host, int port, @Nullable String password, String reviewer, String title, int dailyBudget) {
        this(host, port, password, reviewer, title, dailyBudget, List.of(), List.of());
    }

    /** The console of one person on their own machine: loopback, no password, 20 decisions a day. */
    public static ConsoleSettings local() {
        return new ConsoleSettings("127.0.0.1", DEFAULT_PORT, null, "author", "Linnet", 20);
    }

    /** The same on another port. */
    public ConsoleSettings withPort(int newPort) {
        return with(host, newPort, password, allowedHosts, trustedProxies);
    }

    /** The same with a password. */
    public ConsoleSettings withPassword(@Nullable String newPassword) {
        return with(host, port, newPassword, allowedHosts, trustedProxies);
    }

    /** The same at another address. */
    public ConsoleSettings withHost(String newHost) {
        return with(newHost, port, password, allowedHosts, trustedProxies);
    }

    /** The same behind a reverse proxy that serves it by these names. */
    public ConsoleSettings withAllowedHosts(List<String> newHosts) {
        return with(host, port, password, newHosts, trustedProxies);
    }

    /** The same with other proxies that are trusted. */
    public ConsoleSettings withTrustedProxies(List<String> newProxies) {
        return with(host, port, password, allowedHosts, newProxies);
    }

    private ConsoleSettings with(
            String newHost, int newPort, @Nullable String newPassword, List<String> newHosts, List<String> newProxies) {
        return new ConsoleSettings(newHost, newPort, newPassword, reviewer, title, dailyBudget, newHosts, newProxies);
    }

    /** The settings without the password, so that it stands in no log. */
    @Override
    public String toString() {
        return "ConsoleSettings[host=%s, port=%d, password=%s, reviewer=%s, title=%s, dailyBudget=%d, allowedHosts=%s, trustedProxies=%s]"
                .formatted(
                        host,
                        port,
                        password == null ? "none" : "***",
                        reviewer,
                        title,
                        dailyBudget,
                        allowedHosts,
                        trustedProxies);
    }
}
