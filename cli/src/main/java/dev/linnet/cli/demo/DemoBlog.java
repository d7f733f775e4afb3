package dev.linnet.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The invented author's blog, which ships within Linnet. */
final class DemoBlog {
    private static final String RESOURCE = "/demo/blog";

    private DemoBlog() {}

    /** Writes the posts into a folder. */
    static void write(Path folder) throws IOException {
        URL url = DemoBlog.class.getResource(RESOURCE);
        if (url == null) {
            throw new IOException("the demo's blog is missing from Linnet's jar; build it again");
        }
        URI uri;
        try {
            uri = url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("the demo's blog lies at " + url + ", which is no address", e);
        }
        if (uri.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                copy(jar.getPath(RESOURCE), folder);
            }
        } else {
            copy(Path.of(uri), folder);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> posts;
        try (Stream<Path> files = Files.list(from)) {
            posts = files.toList();
        }
        for (Path post : posts) {
            Files.write(to.resolve(post.getFileName().toString()), Files.readAllBytes(post));
        }
    }
}
