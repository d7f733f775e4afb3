package dev.linnet.cli.vulnerabilities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the images that the container files name. */
final class Images {
    private static final Pattern IMAGE = Pattern.compile("(?m)^(?:FROM|\\s*image:)\\s+([a-z0-9./_-]+):(\\S+)");

    private Images() {}

    /** Components whose version is the tag. Linnet's own image has none. */
    static List<Component> of(List<Path> files) throws IOException {
        List<Component> images = new ArrayList<>();
        for (Path file : files) {
            Matcher image = IMAGE.matcher(Files.readString(file));
            while (image.find()) {
                images.add(
                        new Component("docker:" + image.group(1), image.group(2), String.valueOf(file.getFileName())));
            }
        }
        return images;
    }

    /** Whether a tag moves to newer patches, so that it tells no version. */
    static boolean isMoving(String tag) {
        return !tag.matches("\\d+(\\.\\d+)+([_-].*)?");
    }
}
