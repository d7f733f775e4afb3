package dev.linnet.pipeline.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Finds users and passwords in addresses of servers. Such addresses are refused: logs, pages and messages show addresses, and
 * each of them has keys of its own for the login.
 */
final class UrlCredentials {
    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)[?&;](?:u|p|user|username|userid|pguser|password|passwd|pass|pwd|pgpassword|token|secret|auth"
                    + "|api[_-]?key|access[_-]?token)=");

    private UrlCredentials() {}

    /** Whether an address may hold a user, a password or a token. Any {@code @} counts: passwords may contain any character. */
    static boolean in(String address) {
        return address.contains("@") || PARAMETER.matcher(decoded(address)).find();
    }

    /** The value for the end of a message, or nothing where it may hold a secret. */
    static String not(String address) {
        return address.contains("@") || address.contains("?") || address.contains("#")
                ? " (it is not shown here)"
                : ", not '" + address + "'";
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
