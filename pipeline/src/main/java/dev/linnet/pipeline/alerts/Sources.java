package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.post.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The platforms that posts came from, in words. */
final class Sources {
    private Sources() {}

    /** {@code on X and Bluesky}; empty when none of the keys ({@code platform:id}) has a platform. */
    static String of(Collection<String> postKeys) {
        List<String> names = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            if (postKeys.stream().anyMatch(key -> key.startsWith(platform.tag() + ":"))) {
                names.add(name(platform));
            }
        }
        if (names.isEmpty()) {
            return "";
        }
        String last = names.remove(names.size() - 1);
        return "on " + (names.isEmpty() ? last : String.join(", ", names) + " and " + last);
    }

    private static String name(Platform platform) {
        return switch (platform) {
            case X -> "X";
            case BLUESKY -> "Bluesky";
            case MASTODON -> "Mastodon";
        };
    }
}
