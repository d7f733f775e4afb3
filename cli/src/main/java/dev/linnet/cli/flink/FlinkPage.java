package dev.linnet.cli.flink;

import dev.linnet.cli.RandomPassword;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;

/**
 * Flink's web page on loopback: read-only, behind a password.
 *
 * @param port the port, 1 to 65535
 * @param password asked of whoever opens it, with the user {@value #USER}
 */
public record FlinkPage(int port, String password) {
    /** The user of HTTP's Basic authentication. */
    public static final String USER = "linnet";

    /** The environment variable that gives the password where Flink's configuration has none, so that no file holds it. */
    public static final String PASSWORD_VARIABLE = "LINNET_FLINK_PASSWORD";

    /** Flink's setting for the password; Flink masks it wherever it shows its configuration. */
    public static final ConfigOption<String> PASSWORD = ConfigOptions.key("linnet.flink-page.password")
            .stringType()
            .noDefaultValue()
            .withDescription("Asked by Flink's web page and REST API: user linnet, Basic authentication.");

    /** Flink's setting for the host names, beside loopback's, under which the page may be opened. */
    public static final ConfigOption<List<String>> ALLOWED_HOSTS = ConfigOptions.key("linnet.flink-page.allowed-hosts")
            .stringType()
            .asList()
            .defaultValues()
            .withDescription("Host names under which Flink's web page and REST API answer, beside loopback's.");

    private static final int LARGEST_REQUEST = 1024 * 1024;

    /** A page on a port, with a new random password. */
    public static FlinkPage onPort(int port) {
        return new FlinkPage(port, RandomPassword.create());
    }

    /** The address, such as {@code http://127.0.0.1:8081}. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    void configure(Configuration configuration) {
        configuration.set(RestOptions.BIND_PORT, String.valueOf(port));
        configuration.set(RestOptions.PORT, port);
        configuration.set(RestOptions.SERVER_MAX_CONTENT_LENGTH, LARGEST_REQUEST);
        // Flink's default lets the scripts of every site read the answers.
        configuration.set(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, url());
        configuration.set(PASSWORD, password);
    }

    @Override
    public String toString() {
        return url();
    }
}
