package dev.linnet.cli;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody chose: 144 random bits as 24 letters, digits, {@code -} and {@code _}. */
public final class RandomPassword {
    private static final int BYTES = 18;

    private RandomPassword() {}

    /** A new one. */
    public static String create() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
