package dev.linnet.pipeline.config;

import dev.linnet.pipeline.config.LinnetConfig.Quiet;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the hours in which alerts wait. */
final class QuietReader {
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");

    private QuietReader() {}

    static @Nullable Quiet read(YamlSection alerts) {
        if (!alerts.has("quiet")) {
            alerts.section("quiet");
            return null;
        }
        YamlSection section = alerts.section("quiet");
        LocalTime from = time(section, "from", "22:00");
        LocalTime to = time(section, "to", "07:00");
        ZoneId zone = zone(section);
        if (from != null && from.equals(to)) {
            section.problem("to", "is " + to + ", as 'from' is; the hours between them are quiet, so they must differ");
        }
        section.finish();
        return from == null || to == null ? null : new Quiet(from, to, zone);
    }

    private static @Nullable LocalTime time(YamlSection section, String key, String example) {
        String text = section.required(key, "\"" + example + "\"");
        Matcher matcher = TIME.matcher(text);
        if (matcher.matches()) {
            return LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
        if (!text.isBlank()) {
            section.problem(
                    key, "is a time of day such as \"" + example + "\", from 00:00 to 23:59, not '" + text + "'");
        }
        return null;
    }

    private static ZoneId zone(YamlSection section) {
        String text = section.string("zone", ZoneId.systemDefault().getId());
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            section.problem(
                    "zone",
                    "is a time zone such as Europe/Berlin or UTC, not '" + text + "'"
                            + Words.didYouMean(text, List.copyOf(ZoneId.getAvailableZoneIds())));
            return ZoneId.systemDefault();
        }
    }
}
