package dev.linnet.cli.vulnerabilities;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Finds the components of jars: the jar itself, by its place in Maven's local repository; what is copied into it, by the
 * {@code pom.properties} that Maven leaves and by {@code META-INF/NOTICE}, where Flink's jars list what they relocate; and the
 * same of the jars inside it.
 */
final class JarComponents {
    private static final Pattern POM = Pattern.compile("META-INF/maven/.+/pom\\.properties");
    private static final Pattern NOTICE = Pattern.compile("META-INF/NOTICE(\\.txt)?");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\s*-\\s*([\\w.-]+:[\\w.-]+):(\\d[\\w.-]*)");

    private final Path repository;
    private final List<Component> components = new ArrayList<>();

    /** @param repository Maven's local repository */
    JarComponents(Path repository) {
        this.repository = repository.toAbsolutePath().normalize();
    }

    List<Component> of(List<Path> jars) throws IOException {
        for (Path jar : jars) {
            String name = String.valueOf(jar.getFileName());
            addItself(jar.toAbsolutePath().normalize(), name);
            try (InputStream in = Files.newInputStream(jar)) {
                addContent(in, name);
            }
        }
        return List.copyOf(components);
    }

    /** {@code GROUP/PARTS/ARTIFACT/VERSION/ARTIFACT-VERSION.jar}; Linnet's own jars lie elsewhere. */
    private void addItself(Path jar, String name) {
        if (jar.startsWith(repository)) {
            Path place = repository.relativize(jar);
            int version = place.getNameCount() - 2;
            String group = place.subpath(0, version - 1).toString().replace(java.io.File.separatorChar, '.');
            components.add(new Component(
                    group + ":" + place.getName(version - 1),
                    place.getName(version).toString(),
                    name));
        }
    }

    private void addContent(InputStream jar, String name) throws IOException {
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".jar")) {
                addContent(new ByteArrayInputStream(entries.readAllBytes()), name + "!" + entry.getName());
            } else if (POM.matcher(entry.getName()).matches()) {
                addPom(new String(entries.readAllBytes(), StandardCharsets.UTF_8), name);
            } else if (NOTICE.matcher(entry.getName()).matches()) {
                addListed(new String(entries.readAllBytes(), StandardCharsets.UTF_8), name);
            }
        }
    }

    private void addPom(String text, String name) throws IOException {
        Properties pom = new Properties();
        pom.load(new StringReader(text));
        String artifact = pom.getProperty("groupId") + ":" + pom.getProperty("artifactId");
        if (!artifact.startsWith("dev.linnet:")) {
            components.add(new Component(artifact, pom.getProperty("version", ""), name));
        }
    }

    private void addListed(String text, String name) {
        Matcher listed = LISTED.matcher(text);
        while (listed.find()) {
            components.add(new Component(listed.group(1), listed.group(2), name));
        }
    }
}
