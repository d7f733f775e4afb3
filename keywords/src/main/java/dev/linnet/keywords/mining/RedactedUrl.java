package dev.linnet.keywords.mining;

import java.util.regex.Pattern;

/** Writes a web address as messages and logs may show it: without its user name, password and secret parameters. */
public final class RedactedUrl {
    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/?#\\s]*@");

    /** A parameter whose name is, or ends in, a word for a secret. */
    private static final Pattern SECRET_PARAMETER = Pattern.compile(
            "(?i)([?&;](?:[^=&;#\\s]*[._-])?(?:token|secret|password|sslpassword|passwd|passwort|pass|pwd|key|apikey|accesskey"
                    + "|auth|authorization|credential|credentials|sig|signature|session|sid)=)[^&;#\\s]*");

    private RedactedUrl() {}

    /** The text with the secrets of every address in it replaced by {@code ***}. */
    public static String of(String text) {
        String withoutUser = USER_INFO.matcher(text).replaceAll("***@");
        return SECRET_PARAMETER.matcher(withoutUser).replaceAll("$1***");
    }

    /** Whether an address names a user or a password before its host. */
    public static boolean namesUser(String address) {
        return USER_INFO.matcher(address).find();
    }
}
