package dev.linnet.nlp.sentiment;

import edu.stanford.nlp.io.IOUtils;
import edu.stanford.nlp.io.RuntimeIOException;
import edu.stanford.nlp.neural.Embedding;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Reads the files that {@link WordLore} is made of. */
final class LoreFiles {
    private LoreFiles() {}

    /** Moods by word in lower case, scaled to −1 … 1. */
    static Map<String, Float> lexicon(Path file) throws IOException {
        Map<String, Float> moods = new HashMap<>();
        List<String> lines = LabelledPosts.lines(file);
        float largest = 0;
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("\t", 3);
            if (parts.length < 2) {
                throw new IOException(at(file, i) + "no tab between word and number");
            }
            float mood = number(parts[1], file, i);
            largest = Math.max(largest, Math.abs(mood));
            moods.putIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), mood);
        }
        float scale = largest == 0 ? 1 : largest;
        moods.replaceAll((word, mood) -> mood / scale);
        return moods;
    }

    /** Vectors by word, of one length; only of words that begin with a letter and are in lower case. */
    static Map<String, float[]> vectors(Path file) throws IOException {
        Map<String, float[]> vectors = file.toString().endsWith(".ser.gz") ? coreNlps(file) : text(file);
        vectors.keySet()
                .removeIf(word -> word.isEmpty()
                        || !Character.isLetter(word.codePointAt(0))
                        || !word.equals(word.toLowerCase(Locale.ROOT)));
        return vectors;
    }

    private static Map<String, float[]> coreNlps(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        Embedding embedding;
        try {
            embedding = IOUtils.readObjectFromURLOrClasspathOrFileSystem(file.toString());
        } catch (ClassNotFoundException | ClassCastException | RuntimeIOException e) {
            throw new IOException(file + " holds no vectors of CoreNLP", e);
        }
        Map<String, float[]> vectors = new HashMap<>();
        for (Map.Entry<String, SimpleMatrix> entry : embedding.entrySet()) {
            SimpleMatrix column = entry.getValue();
            float[] vector = new float[column.getNumElements()];
            for (int k = 0; k < vector.length; k++) {
                vector[k] = (float) column.get(k);
            }
            vectors.put(entry.getKey(), vector);
        }
        return vectors;
    }

    private static Map<String, float[]> text(Path file) throws IOException {
        Map<String, float[]> vectors = new HashMap<>();
        int length = -1;
        int i = 0;
        try (BufferedReader reader = LabelledPosts.reader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine(), i++) {
                String[] parts = line.strip().split(" ");
                length = length < 0 ? parts.length : length;
                if (parts.length != length || length < 2) {
                    throw new IOException(
                            at(file, i) + (parts.length - 1) + " numbers; a word and as many numbers on each line");
                }
                float[] vector = new float[length - 1];
                for (int k = 0; k < vector.length; k++) {
                    vector[k] = number(parts[k + 1], file, i);
                }
                vectors.put(parts[0], vector);
            }
        }
        return vectors;
    }

    private static float number(String text, Path file, int line) throws IOException {
        try {
            float number = Float.parseFloat(text.strip());
            if (Float.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IOException(at(file, line) + "'" + text + "' is no number");
    }

    private static String at(Path file, int line) {
        return file + ", line " + (line + 1) + ": ";
    }
}
