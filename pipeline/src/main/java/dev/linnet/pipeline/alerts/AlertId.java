package dev.linnet.pipeline.alerts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An alert's id, taken apart.
 *
 * @param series {@code kind:subject}
 * @param opened the episode's start, in seconds since 1970
 */
record AlertId(String series, long opened) {
    private static final Pattern FORM = Pattern.compile("([a-z]+:.*):(-?\\d{1,18})", Pattern.DOTALL);

    /** Empty for what is no alert's id. */
    static Optional<AlertId> parse(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches()
                ? Optional.of(new AlertId(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }
}
