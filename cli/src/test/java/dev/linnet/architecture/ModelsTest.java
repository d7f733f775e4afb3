package dev.linnet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the job carries of the language libraries' models: only those in use. The models' jars of CoreNLP are 450 MB each. */
class ModelsTest {
    /** Where CoreNLP and OpenNLP keep theirs. */
    private static final Pattern MODEL = Pattern.compile("edu/stanford/nlp/models/.*\\.[a-z]+|[^/]*\\.bin");

    @Test
    void onlyModelsInUseAreOnTheClasspath() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    files.map(file -> path.relativize(file).toString())
                            .filter(ModelsTest::isModel)
                            .forEach(found::add);
                }
            } else if (entry.endsWith(".jar") && Files.exists(path)) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    jar.stream()
                            .map(Object::toString)
                            .filter(ModelsTest::isModel)
                            .forEach(found::add);
                }
            }
        }

        assertThat(found)
                .as("a model that nobody uses makes every job larger; name here what is used")
                .containsExactlyInAnyOrder(
                        "edu/stanford/nlp/models/sentiment/sentiment.ser.gz",
                        "langdetect-183.bin",
                        "opennlp-en-ud-ewt-pos-1.3-2.5.4.bin");
    }

    private static boolean isModel(String name) {
        return MODEL.matcher(name).matches();
    }
}
